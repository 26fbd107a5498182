"use client";

import useMediaQuery from "@mui/material/useMediaQuery";
import { useEffect } from "react";
import { NarrowPanes } from "@/components/reading/NarrowPanes";
import { useReading } from "@/components/reading/ReadingContext";
import { WidePanes } from "@/components/reading/WidePanes";
import { prefetchViewer } from "@/core/viewer/PrefetchViewer";

/** Below this width (px) studies and findings share one pane beside the viewer. */
const NARROW = "(max-width: 1099px)";

/** Patient or report beside the viewer, which stays as it is when going from one to the other. */
export function ReadingWorkspace() {
  const { loaded } = useReading();
  const narrow = useMediaQuery(NARROW, { noSsr: true });
  useEffect(() => {
    if (!loaded) prefetchViewer();
  }, [loaded]);
  return narrow ? <NarrowPanes /> : <WidePanes />;
}
