"use client";

import Box from "@mui/material/Box";
import { Problem } from "@/components/basics/Problem";
import { PlainTable } from "@/components/table/PlainTable";
import { Section } from "@/components/system/Section";
import { useWork } from "@/components/system/UseWork";
import { useQueues } from "@/core/api/UseApi";
import { formatClock } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** What waits to be done, and since when. */
export function QueuesSection() {
  const { t, language } = useI18n();
  const workOf = useWork();
  const { data: queues, error, mutate } = useQueues();
  return (
    <Section title={t("system.queues")} testid="queues">
      {error && !queues ? (
        <Problem error={error} onRetry={() => void mutate()} />
      ) : (
        <PlainTable
          label={t("system.queues")}
          expected={7}
          columns={[
            { label: t("system.work") },
            { label: t("system.waiting"), right: true },
            { label: t("system.oldest"), right: true },
            { label: t("system.poison"), right: true },
          ]}
          rows={queues?.map(({ name, length, oldest_at, poison }) => ({
            key: name,
            cells: [
              workOf(name),
              <Count key="length" of={length} />,
              oldest_at ? formatClock(oldest_at, language) : "",
              <Count key="poison" of={poison} bad />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** Nothing is quiet; something is not. */
function Count({ of: count, bad = false }: { of: number; bad?: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        color: count === 0 ? "text.secondary" : bad ? "error.main" : "text.primary",
        fontWeight: count ? 600 : 400,
      }}
    >
      {count}
    </Box>
  );
}
