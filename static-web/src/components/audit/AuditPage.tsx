"use client";

import Button from "@mui/material/Button";
import { Download } from "lucide-react";
import { AuditFilters } from "@/components/audit/AuditFilters";
import { useAuditColumns } from "@/components/audit/UseAuditColumns";
import { PageHeading } from "@/components/basics/PageHeading";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { paths } from "@/core/api/Paths";
import type { AuditRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

const FILTERS = ["patient", "organization", "group", "outcome", "since", "until", "emergency"];
const DEFAULTS = { sort: "at", descending: true, filters: FILTERS };

interface Props {
  /** One sentence about whose audit this is. */
  readonly help: string;
  /** Of all organizations, for those who run the platform. */
  readonly ofAll?: boolean;
}

/** Who did what, newest first. */
export function AuditPage({ help, ofAll = false }: Props) {
  const { t } = useI18n();
  const table = useTable<AuditRow>(paths.audit, DEFAULTS);
  const columns = useAuditColumns(ofAll);
  const { filters, search } = table.state;
  const wanted = new URLSearchParams({ ...filters, ...(search && { search }) });
  return (
    <>
      <PageHeading title={t("audit.title")} help={help}>
        <Button
          variant="outlined"
          component="a"
          href={paths.auditSpreadsheet(wanted)}
          download
          startIcon={<Download size={15} aria-hidden />}
          sx={{ bgcolor: "background.paper" }}
        >
          {t("audit.csv")}
        </Button>
      </PageHeading>
      <DataTable
        label={t("audit.title")}
        table={table}
        columns={columns}
        keyOf={({ id }) => id}
        searchLabel={t("audit.search")}
        filters={<AuditFilters table={table} ofAll={ofAll} />}
        empty={{ text: t("audit.empty") }}
      />
    </>
  );
}
