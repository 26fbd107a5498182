import Box from "@mui/material/Box";

/** A key of the keyboard, as printed on it. */
export function Key({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        fontFamily: "var(--font-mono)",
        fontSize: 11,
        lineHeight: "16px",
        minWidth: 18,
        px: 0.5,
        textAlign: "center",
        border: 1,
        borderColor: "divider",
        borderRadius: 0.5,
        color: "text.secondary",
        display: "inline-block",
      }}
    >
      {children}
    </Box>
  );
}
