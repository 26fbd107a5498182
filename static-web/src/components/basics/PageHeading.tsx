import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/basics/PageTitle";

interface Props {
  readonly title: string;
  /** One sentence about the page, where its title does not say enough. */
  readonly help?: string;
  /** The one thing to do here, at the right. */
  readonly children?: ReactNode;
}

/** The heading of a page of administration; names the browser's tab as well. */
export function PageHeading({ title, help, children }: Props) {
  return (
    <Box sx={{ display: "flex", alignItems: "flex-start", gap: 2, flexWrap: "wrap" }}>
      <PageTitle title={title} />
      <Box sx={{ flex: 1, minWidth: 240 }}>
        <Typography variant="h1">{title}</Typography>
        {help && (
          <Typography variant="body2" color="textSecondary">
            {help}
          </Typography>
        )}
      </Box>
      {children}
    </Box>
  );
}
