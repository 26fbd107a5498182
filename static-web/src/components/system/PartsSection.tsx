"use client";

import Box from "@mui/material/Box";
import { CircleCheck, CircleX } from "lucide-react";
import { PlainTable } from "@/components/table/PlainTable";
import { Section } from "@/components/system/Section";
import { LongText } from "@/components/table/LongText";
import type { System } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { texts } from "@/core/i18n/Texts";
import type { PlainTextKey } from "@/core/i18n/Translate";

type Part = System["parts"][number];

/** What the platform is made of, and whether it answers. */
export function PartsSection({ parts }: { parts: readonly Part[] | undefined }) {
  const { t } = useI18n();
  const nameOf = (name: string) => {
    const key = `system.part.${name}`;
    return Object.hasOwn(texts.en, key) ? t(key as PlainTextKey) : name;
  };
  return (
    <Section title={t("system.parts")} testid="parts">
      <PlainTable
        label={t("system.parts")}
        expected={5}
        columns={[
          { label: t("system.part") },
          { label: t("system.state") },
          { label: t("system.detail") },
          { label: t("system.answered"), right: true },
        ]}
        rows={parts?.map((part) => ({
          key: part.name,
          cells: [
            nameOf(part.name),
            <State key="state" up={part.status === "ok"} />,
            <Box key="detail" sx={{ maxWidth: 220, color: "text.secondary" }}>
              <LongText>{toldOf(part)}</LongText>
            </Box>,
            part.milliseconds < 1
              ? t("system.atOnce")
              : t("system.milliseconds", { count: Math.round(part.milliseconds) }),
          ],
        }))}
      />
    </Section>
  );
}

/** What waits in the queues stands beside; of the others only what is wrong, and which models there are. */
function toldOf({ name, status, detail }: Part): string {
  return status === "down" || name === "models" ? detail : "";
}

function State({ up }: { up: boolean }) {
  const { t } = useI18n();
  const Icon = up ? CircleCheck : CircleX;
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 0.75, color: up ? "text.primary" : "error.main" }}>
      <Icon size={14} aria-hidden />
      {up ? t("system.up") : t("system.down")}
    </Box>
  );
}
