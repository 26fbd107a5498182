"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useSWRConfig } from "swr";
import { PageTitle } from "@/components/basics/PageTitle";
import { Problem } from "@/components/basics/Problem";
import { UploadButton } from "@/components/upload/UploadButton";
import { TileRow } from "@/components/worklist/TileRow";
import { shownBy, type TileId } from "@/components/worklist/Tiles";
import { WorklistEmpty } from "@/components/worklist/WorklistEmpty";
import { WorklistTable } from "@/components/worklist/WorklistTable";
import { ApiError } from "@/core/api/ApiError";
import { useWorklist } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { prefetchViewer } from "@/core/viewer/PrefetchViewer";

/** What waits, in five tiles; below them the newest studies, or those of the chosen tile. */
export function WorklistPage() {
  const { t } = useI18n();
  const here = usePathname();
  const shown = shownBy(useSearchParams().get("show"));
  const { data, error, mutate, isLoading } = useWorklist(shown);
  const { mutate: refresh } = useSWRConfig();
  useEffect(prefetchViewer, []);
  const show = (tile: TileId | "all") =>
    window.history.pushState(null, "", tile === "all" ? here : `${here}?show=${tile}`);
  const label = shown === "all" ? t("worklist.newest") : t(`worklist.${shown}`);
  const fromSource = shown === "all" || shown === "unread";
  const silent = data?.problem && fromSource ? new ApiError(503, data.problem) : null;
  return (
    <Box sx={{ p: 2, display: "flex", flexDirection: "column", gap: 1.5, minHeight: 0, flex: 1 }}>
      <PageTitle title={t("shell.dashboard")} />
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, minHeight: 32 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {t("worklist.title")}
        </Typography>
        <UploadButton onStored={() => void refresh(isStudyList)} />
      </Box>
      <TileRow tiles={data?.tiles} shown={shown} onShow={show} />
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1 }}>
        <Typography variant="h2">{label}</Typography>
        <Typography variant="body2" color="textSecondary" role="status" data-testid="worklist-count">
          {data && !silent && countOf(data.items.length, data.total)}
        </Typography>
      </Box>
      {(error && !data) || silent ? (
        <Problem error={silent ?? error} onRetry={() => void mutate()} />
      ) : (
        <WorklistTable
          items={isLoading && !data ? undefined : data?.items}
          label={label}
          empty={<WorklistEmpty filtered={shown !== "all"} onShowAll={() => show("all")} />}
        />
      )}
    </Box>
  );

  function countOf(count: number, total: number): string {
    return total > count ? t("worklist.firstOf", { shown: count, total }) : t("worklist.count", { count: total });
  }
}

function isStudyList(key: unknown): boolean {
  return typeof key === "string" && /^\/api\/(worklist|patients)/.test(key);
}
