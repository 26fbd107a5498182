import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { TriangleAlert } from "lucide-react";

/** What is wrong with a whole form, announced as it appears. */
export function FormProblem({ text }: { text?: string | null }) {
  return (
    <Box role="alert" sx={{ display: "flex", gap: 1, color: "error.main", "&:empty": { display: "none" } }}>
      {text && (
        <>
          <TriangleAlert size={16} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
          <Typography variant="body2">{text}</Typography>
        </>
      )}
    </Box>
  );
}
