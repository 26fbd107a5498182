import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly help?: string;
  /** What can be done about it as a whole, beside the title. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One subject, in a card of its own. */
export function Section({ title, help, action, children }: Props) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1 }}
    >
      <Box sx={{ px: 2.5, py: 2, display: "flex", alignItems: "flex-start", gap: 2, flexWrap: "wrap" }}>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography id={id} variant="h2" component="h2">
            {title}
          </Typography>
          {help && (
            <Typography variant="body2" color="textSecondary">
              {help}
            </Typography>
          )}
        </Box>
        {action}
      </Box>
      <Box sx={{ px: 2.5, pb: 2.5, "&:empty": { display: "none" } }}>{children}</Box>
    </Box>
  );
}
