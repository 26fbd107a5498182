"use client";

import Box from "@mui/material/Box";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { PageHeading } from "@/components/basics/PageHeading";
import { Problem } from "@/components/basics/Problem";
import { Toast, type News } from "@/components/basics/Toast";
import type { CarryOut } from "@/components/system/CarryOut";
import { FailuresSection } from "@/components/system/FailuresSection";
import { PartsSection } from "@/components/system/PartsSection";
import { QueuesSection } from "@/components/system/QueuesSection";
import { StuckSection } from "@/components/system/StuckSection";
import { VersionsSection } from "@/components/system/VersionsSection";
import { problemText } from "@/core/api/ProblemText";
import type { System } from "@/core/api/Types";
import { useSystem } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** How the platform is: what answers, what waits, what went wrong, and which versions run. */
export function SystemPage() {
  const { t } = useI18n();
  const { data: system, error, mutate } = useSystem();
  const { mutate: refresh } = useSWRConfig();
  const [news, tell] = useState<News | null>(null);

  const carryOut = async (act: () => Promise<unknown>, done: string) => {
    try {
      await act();
      tell({ text: done });
    } catch (refusal) {
      tell({ text: problemText(refusal, t), bad: true });
    }
    await refresh(isAboutTheSystem);
  };
  const carry: CarryOut = (act, done) => void carryOut(act, done);

  return (
    <>
      <PageHeading title={t("system.title")} help={t("system.help")}>
        {system && <Verdict status={system.status} />}
      </PageHeading>
      {error && !system && <Problem error={error} onRetry={() => void mutate()} />}
      <Box
        sx={{
          display: "grid",
          gap: 3,
          gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "repeat(2, minmax(0, 1fr))" },
          alignItems: "start",
        }}
      >
        <PartsSection parts={system?.parts} />
        <QueuesSection />
      </Box>
      <FailuresSection carryOut={carry} tell={tell} />
      <StuckSection carryOut={carry} />
      <VersionsSection system={system} />
      <Toast news={news} onClose={() => tell(null)} />
    </>
  );
}

function Verdict({ status }: { status: System["status"] }) {
  const { t } = useI18n();
  const up = status === "ok";
  const Icon = up ? CircleCheck : TriangleAlert;
  return (
    <Box
      role="status"
      data-testid="verdict"
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 0.75,
        minHeight: 32,
        fontSize: 13,
        fontWeight: 500,
        color: up ? "text.primary" : "error.main",
      }}
    >
      <Icon size={16} aria-hidden />
      {up ? t("system.allUp") : t("system.someDown")}
    </Box>
  );
}

export function isAboutTheSystem(key: unknown): boolean {
  return typeof key === "string" && key.startsWith("/api/system");
}
