"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Mono } from "@/components/basics/Mono";
import { Section } from "@/components/system/Section";
import type { CarryOut } from "@/components/system/CarryOut";
import { useWork } from "@/components/system/UseWork";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { useStuckWork } from "@/core/api/UseApi";
import { formatClock, formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** What should have moved on by now, and a push. */
export function StuckSection({ carryOut }: { carryOut: CarryOut }) {
  const { t, language } = useI18n();
  const workOf = useWork();
  const { data: stuck } = useStuckWork();
  const messages = stuck?.messages ?? [];
  const send = () => carryOut(() => ApiService.instance.post(paths.outboxSending), t("system.sent"));
  return (
    <Section
      title={t("system.stuck")}
      help={t("system.stuckHelp")}
      testid="stuck"
      action={
        messages.length > 0 && (
          <Button variant="outlined" onClick={send}>
            {t("system.sendNow")}
          </Button>
        )
      }
    >
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: "none",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
          bgcolor: "background.paper",
          "& li + li": { borderTop: 1, borderColor: "divider" },
        }}
      >
        {stuck && messages.length + stuck.analyses.length === 0 && (
          <Line>
            <Typography variant="body2" color="textSecondary">
              {t("system.noneStuck")}
            </Typography>
          </Line>
        )}
        {messages.map(({ id, queue, committed_at }) => (
          <Line key={id}>
            <Typography variant="body2">
              {t("system.lateMessage", { work: workOf(queue), time: formatClock(committed_at, language) })}
            </Typography>
          </Line>
        ))}
        {stuck?.analyses.map(({ organization_id, study_uid, since }) => (
          <Line
            key={organization_id + study_uid}
            button={
              <Button
                variant="outlined"
                onClick={() =>
                  carryOut(
                    () => ApiService.instance.post(paths.restart(organization_id, study_uid)),
                    t("system.restarted"),
                  )
                }
              >
                {t("system.restart")}
              </Button>
            }
          >
            <Typography variant="body2">
              {t("system.lateAnalysis", { time: formatInstant(since, language) })} · {organization_id}
            </Typography>
            <Typography variant="caption" color="textSecondary">
              <Mono>{study_uid}</Mono>
            </Typography>
          </Line>
        ))}
      </Box>
    </Section>
  );
}

function Line({ children, button }: { children: ReactNode; button?: ReactNode }) {
  return (
    <Box component="li" sx={{ minHeight: 44, px: 1.5, py: 0.75, display: "flex", alignItems: "center", gap: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>{children}</Box>
      {button}
    </Box>
  );
}
