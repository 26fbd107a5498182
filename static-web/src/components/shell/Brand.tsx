import Box from "@mui/material/Box";

/** The mark: an aperture of two arcs, and the name where there is room. */
export function Brand({ compact = false, size = 20 }: { compact?: boolean; size?: number }) {
  return (
    <Box
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 1,
        fontWeight: 600,
        fontSize: size * 0.8,
        letterSpacing: "-0.02em",
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 24 24"
        aria-hidden
        sx={{ width: size, height: size, color: "primary.main", flexShrink: 0 }}
      >
        <path
          d="M12 2.5a9.5 9.5 0 1 0 9.5 9.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
        <path
          d="M12 7a5 5 0 1 0 5 5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
          opacity="0.65"
        />
        <circle cx="18" cy="6" r="2.2" fill="currentColor" />
      </Box>
      {compact ? null : <span>imagini</span>}
    </Box>
  );
}
