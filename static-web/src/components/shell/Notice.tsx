import Typography from "@mui/material/Typography";

/** The standing notice of intended use, at the foot of every page. */
export function Notice({ text }: { text: string }) {
  return (
    <Typography
      role="note"
      data-testid="intended-use"
      variant="caption"
      color="text.secondary"
      sx={{ flexShrink: 0, minHeight: 22, px: 2, py: 0.25, lineHeight: "18px", bgcolor: "background.paper", borderTop: 1, borderColor: "divider" }}
    >
      {text}
    </Typography>
  );
}
