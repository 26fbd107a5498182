import Box from "@mui/material/Box";

/** CT, MR, DX: a small tag of one width. */
export function ModalityTag({ modalities }: { modalities: readonly string[] }) {
  return (
    <Box
      component="span"
      sx={{
        display: "inline-block",
        minWidth: 28,
        px: 0.5,
        textAlign: "center",
        fontSize: 11,
        fontWeight: 600,
        lineHeight: "18px",
        borderRadius: 0.5,
        color: "text.secondary",
        bgcolor: "raised",
        border: 1,
        borderColor: "divider",
        whiteSpace: "nowrap",
      }}
    >
      {modalities.join("/") || "–"}
    </Box>
  );
}
