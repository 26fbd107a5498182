"use client";

import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import { useEffect, useRef, useState, type ReactNode } from "react";

/** One line, cut where it does not fit; then it can be focused, and shows the full text. */
export function LongText({ children }: { children: ReactNode }) {
  const line = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setCut(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [children]);
  return (
    <Tooltip title={cut ? children : ""} disableInteractive>
      <Box
        ref={line}
        component="span"
        tabIndex={cut ? 0 : undefined}
        sx={{
          display: "block",
          overflow: "hidden",
          textOverflow: "ellipsis",
          whiteSpace: "nowrap",
          "&:focus-visible": { outlineOffset: -1 },
        }}
      >
        {children}
      </Box>
    </Tooltip>
  );
}
