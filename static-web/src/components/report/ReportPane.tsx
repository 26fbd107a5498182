"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { Problem } from "@/components/basics/Problem";
import { useReading } from "@/components/reading/ReadingContext";
import { ReportDesk } from "@/components/report/ReportDesk";
import { useLoadedReport } from "@/components/report/UseLoadedReport";
import { useMe } from "@/core/api/UseApi";

/** The report of the study in hand, once it and its reader are known. */
export function ReportPane() {
  const { loaded: study } = useReading();
  const { data: me } = useMe();
  const { loaded, error, reload } = useLoadedReport(study);
  if (error) return <Problem error={error} onRetry={reload} />;
  if (!loaded || !me || !study) return <ReportSkeleton />;
  return <ReportDesk key={study} study={study} user={me.user.id} loaded={loaded} />;
}

function ReportSkeleton() {
  return (
    <Box aria-hidden sx={{ p: 3, display: "grid", gap: 2 }}>
      {[40, 96, 72, 72, 72].map((height, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </Box>
  );
}
