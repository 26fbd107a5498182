"use client";

import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { PaneHeading } from "@/components/reading/PaneHeading";
import { useReading } from "@/components/reading/ReadingContext";
import { FullScreenButton } from "@/components/viewer/FullScreenButton";
import { useStudy } from "@/core/api/UseApi";
import { describeStudy } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";
import { viewerAddress } from "@/core/viewer/ViewerMessages";

/** OHIF on one study, inside the page. */
export function ViewerFrame({ study }: { study: string }) {
  const { t, language } = useI18n();
  const { frame, viewerState } = useReading();
  const { data } = useStudy(study);
  const name = data ? describeStudy(data, language, t) : "";
  return (
    <>
      <PaneHeading title={name}>
        <FullScreenButton frame={frame} />
      </PaneHeading>
      <Box
        data-testid="viewer"
        data-state={viewerState}
        aria-busy={viewerState === "loading"}
        sx={{ position: "relative", flex: 1, minHeight: 0, bgcolor: "#000" }}
      >
        <Box
          component="iframe"
          ref={frame}
          src={viewerAddress(study, language)}
          title={t("viewer.frame", { study: name })}
          allow="fullscreen; clipboard-write"
          data-testid="viewer-frame"
          sx={{ position: "absolute", inset: 0, width: "100%", height: "100%", border: 0, colorScheme: "dark" }}
        />
        {viewerState === "loading" && (
          <LinearProgress
            aria-label={t("viewer.opening")}
            sx={{ position: "absolute", inset: "0 0 auto 0", height: 2 }}
          />
        )}
      </Box>
    </>
  );
}
