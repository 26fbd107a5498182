"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { FolderOpen, Pencil, Trash2, UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import { PageHeading } from "@/components/basics/PageHeading";
import { Toast, type News } from "@/components/basics/Toast";
import { PatientDialog } from "@/components/patients/PatientDialog";
import { usePatientColumns } from "@/components/patients/UsePatientColumns";
import type { RowAction } from "@/components/table/Column";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { PatientRow } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

const DEFAULTS = { sort: "registered_at", descending: true };

/** Everybody whom the organization knows by name. */
export function PatientsPage() {
  const { t } = useI18n();
  const router = useRouter();
  const manages = useMay("patients.manage");
  const table = useTable<PatientRow>(paths.patientRegister, DEFAULTS);
  const columns = usePatientColumns();
  const [editing, edit] = useState<PatientRow | "new" | null>(null);
  const [removing, remove] = useState<PatientRow | null>(null);
  const [news, tell] = useState<News | null>(null);
  const open = (mrn: string) => router.push(`/patient?mrn=${encodeURIComponent(mrn)}`);

  const actionsOf = (row: PatientRow): readonly RowAction[] => [
    { label: t("patients.open"), icon: FolderOpen, onChoose: () => open(row.patient.mrn) },
    ...(manages && row.origin === "registered"
      ? [{ label: t("patients.edit"), icon: Pencil, onChoose: () => edit(row) }]
      : []),
    ...(manages ? [{ label: t("patients.remove"), icon: Trash2, onChoose: () => remove(row), destructive: true }] : []),
  ];
  const register = (
    <Button variant="contained" startIcon={<UserPlus size={15} aria-hidden />} onClick={() => edit("new")}>
      {t("patients.register")}
    </Button>
  );
  return (
    <Box sx={{ p: 2, display: "flex", flexDirection: "column", gap: 1.5, minHeight: 0, flex: 1 }}>
      <PageHeading title={t("patients.title")} help={t("patients.help")}>
        {manages && register}
      </PageHeading>
      <DataTable
        label={t("patients.title")}
        table={table}
        columns={columns}
        keyOf={({ patient }) => patient.mrn}
        actions={{ name: ({ patient }) => patient.name || patient.mrn, of: actionsOf }}
        searchLabel={t("patients.search")}
        empty={{ text: t("patients.empty"), action: manages ? register : undefined }}
      />
      {editing && (
        <PatientDialog
          known={editing === "new" ? null : editing}
          onClose={() => edit(null)}
          onSaved={(saved) => {
            edit(null);
            tell({ text: t("patients.saved", { name: saved.patient.name }) });
            table.refresh();
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t("patients.removeTitle", { name: removing.patient.name, mrn: removing.patient.mrn })}
          text={t("patients.removeText")}
          button={t("patients.remove")}
          act={() => ApiService.instance.delete(paths.patient(removing.patient.mrn))}
          onDone={() => {
            tell({ text: t("patients.removed", { name: removing.patient.name }) });
            table.refresh();
          }}
          onClose={() => remove(null)}
        />
      )}
      <Toast news={news} onClose={() => tell(null)} />
    </Box>
  );
}
