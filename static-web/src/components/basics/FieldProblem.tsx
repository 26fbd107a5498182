import Typography from "@mui/material/Typography";

/** What is wrong with a field, in a sentence; announced when it appears. */
export function FieldProblem({ id, text }: { id: string; text?: string | null }) {
  return (
    <Typography id={id} variant="caption" color="error" role="alert" sx={{ "&:empty": { display: "none" } }}>
      {text}
    </Typography>
  );
}
