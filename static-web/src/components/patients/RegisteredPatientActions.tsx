"use client";

import Button from "@mui/material/Button";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { PatientDialog } from "@/components/patients/PatientDialog";
import { paths } from "@/core/api/Paths";
import { useMay, useRegisteredPatient } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Correct who somebody is, as long as no image says it. */
export function RegisteredPatientActions({ mrn }: { mrn: string }) {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const manages = useMay("patients.manage");
  const { data: known } = useRegisteredPatient(manages ? mrn : null);
  const [editing, setEditing] = useState(false);
  if (known?.origin !== "registered") return null;
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Pencil size={14} aria-hidden />}
        onClick={() => setEditing(true)}
        sx={{ flexShrink: 0 }}
      >
        {t("patients.edit")}
      </Button>
      {editing && (
        <PatientDialog
          known={known}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            void mutate(paths.patient(mrn));
            void mutate(paths.patientByMrn(mrn));
          }}
        />
      )}
    </>
  );
}
