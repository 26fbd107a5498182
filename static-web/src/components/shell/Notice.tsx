import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";

/** The standing notice of intended use, at the foot of every page. */
export function Notice({ text }: { text: string }) {
  return (
    <Box
      component="footer"
      sx={{
        flexShrink: 0,
        minHeight: 24,
        px: 2,
        display: "flex",
        alignItems: "center",
        bgcolor: "background.paper",
        borderTop: 1,
        borderColor: "divider",
      }}
    >
      <Typography role="note" data-testid="intended-use" variant="caption" color="textSecondary">
        {text}
      </Typography>
    </Box>
  );
}
