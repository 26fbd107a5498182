import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";

export function StudiesSkeleton() {
  return (
    <Box aria-hidden sx={{ p: 2, display: "grid", gap: 3 }}>
      {["a", "b", "c"].map((row) => (
        <Box key={row} sx={{ display: "grid", gap: 0.75 }}>
          <Skeleton height={14} width="60%" />
          <Skeleton height={12} width="85%" />
        </Box>
      ))}
    </Box>
  );
}
