"use client";

import Box from "@mui/material/Box";
import { FilterText } from "@/components/audit/FilterText";
import { FilterChoice } from "@/components/table/FilterChoice";
import type { Table } from "@/components/table/UseTable";
import { OrganizationFilter } from "@/components/users/OrganizationFilter";
import type { AuditRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { filteredBy } from "@/core/table/TableState";

const GROUPS = ["patients", "people", "sign_in", "organization", "emergency", "audit"] as const;

/** By patient, or by organization where there is more than one; by kind, result and days. */
export function AuditFilters({ table, ofAll }: { table: Table<AuditRow>; ofAll: boolean }) {
  const { t } = useI18n();
  const { filters } = table.state;
  const set = (name: string) => (value: string) => table.show(filteredBy(table.state, name, value));
  const groups = GROUPS.filter((group) => !(ofAll && group === "patients"));
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: 1.5 }}>
      {ofAll ? (
        <OrganizationFilter value={filters.organization} onChoose={set("organization")} />
      ) : (
        <FilterText label={t("audit.mrn")} value={filters.patient} width={130} onChoose={set("patient")} />
      )}
      <FilterChoice
        label={t("audit.group")}
        value={filters.group}
        choices={groups.map((group) => ({ value: group, label: t(`audit.group.${group}`) }))}
        onChoose={set("group")}
      />
      <FilterChoice
        label={t("audit.result")}
        value={filters.outcome}
        choices={[
          { value: "granted", label: t("audit.granted") },
          { value: "denied", label: t("audit.denied") },
        ]}
        onChoose={set("outcome")}
      />
      <FilterText label={t("audit.since")} value={filters.since} type="date" width={138} onChoose={set("since")} />
      <FilterText label={t("audit.until")} value={filters.until} type="date" width={138} onChoose={set("until")} />
      <FilterChoice
        label={t("audit.emergency")}
        value={filters.emergency}
        choices={[{ value: "true", label: t("audit.onlyEmergency") }]}
        onChoose={set("emergency")}
      />
    </Box>
  );
}
