import Box from "@mui/material/Box";

/** The initials of a person in a small disc; decoration beside the name. */
export function Initials({ initials }: { initials: string }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        width: 28,
        height: 28,
        borderRadius: "50%",
        display: "grid",
        placeItems: "center",
        flexShrink: 0,
        fontSize: 11,
        fontWeight: 600,
        color: "text.primary",
        bgcolor: "raised",
        border: 1,
        borderColor: "divider",
      }}
    >
      {initials}
    </Box>
  );
}
