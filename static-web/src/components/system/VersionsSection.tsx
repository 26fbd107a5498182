"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Mono } from "@/components/basics/Mono";
import { PlainTable } from "@/components/table/PlainTable";
import { Section } from "@/components/system/Section";
import type { System } from "@/core/api/Types";
import { describeLicence, describeModel } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** What runs here: to be named when something is reported. */
export function VersionsSection({ system }: { system: System | undefined }) {
  const { t } = useI18n();
  const facts = system && [
    [t("system.version"), system.version],
    [t("system.python"), system.python],
    [t("system.shapes"), shapesOf(system) || t("system.shapesSum", { count: system.shapes.length })],
  ];
  return (
    <Section title={t("system.versions")} testid="versions">
      <Box component="dl" sx={{ m: 0, display: "flex", flexWrap: "wrap", columnGap: 4, rowGap: 0.5 }}>
        {facts?.map(([name, value]) => (
          <Box key={name} sx={{ display: "flex", gap: 1, alignItems: "baseline", minWidth: 0 }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: "anywhere" }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      <PlainTable
        label={t("system.models")}
        expected={1}
        columns={[
          { label: t("system.model") },
          { label: t("system.modelVersion") },
          { label: t("system.licence") },
          { label: t("system.hash") },
        ]}
        rows={system?.models.map(({ id, name, version, licence, sha256 }) => ({
          key: id,
          cells: [
            describeModel(name, t),
            version,
            describeLicence(licence, t),
            <Box key="hash" sx={{ py: 0.5, whiteSpace: "normal", overflowWrap: "anywhere", color: "text.secondary" }}>
              <Mono>{sha256}</Mono>
            </Box>,
          ],
        }))}
      />
    </Section>
  );
}

/** Only those that have changed since the first release say something. */
function shapesOf({ shapes }: System): string {
  return shapes
    .filter(({ version }) => version > 1)
    .map(({ kind, version }) => `${kind} ${version}`)
    .join(", ");
}
