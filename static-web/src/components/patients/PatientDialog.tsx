"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { SelectField } from "@/components/basics/SelectField";
import { usePatientForm } from "@/components/patients/UsePatientForm";
import type { PatientRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Whom to correct; null: register somebody. */
  readonly known: PatientRow | null;
  /** What somebody has searched for already. */
  readonly mrn?: string;
  readonly onSaved: (patient: PatientRow) => void;
  readonly onClose: () => void;
}

/** Who a patient is, before any image says so. */
export function PatientDialog({ known, mrn = "", onSaved, onClose }: Props) {
  const { t } = useI18n();
  const { given, give, problems, busy, submit } = usePatientForm(known, mrn, onSaved);
  const title = known ? t("patients.editTitle", { mrn: known.patient.mrn }) : t("patients.register");
  return (
    <Dialog open onClose={onClose} aria-labelledby="patient-title" maxWidth="xs" fullWidth data-testid="patient-dialog">
      <Box component="form" noValidate onSubmit={submit} sx={{ display: "contents" }}>
        <DialogTitle id="patient-title">{title}</DialogTitle>
        <DialogContent sx={{ display: "grid", gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {t("patients.registerHelp")}
          </Typography>
          {!known && (
            <Field
              label={t("patients.mrn")}
              required
              autoFocus={!mrn}
              autoComplete="off"
              spellCheck={false}
              value={given.mrn}
              onChange={(event) => give({ mrn: event.target.value })}
              problem={problems.mrn}
              inputProps={{ style: { fontFamily: "var(--font-mono)" } }}
            />
          )}
          <Field
            label={t("patients.name")}
            required
            autoFocus={Boolean(known ?? mrn)}
            autoComplete="off"
            value={given.name}
            onChange={(event) => give({ name: event.target.value })}
            problem={problems.name}
          />
          <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 2, alignItems: "start" }}>
            <Field
              label={t("patients.birthDate")}
              type="date"
              value={given.birth_date}
              onChange={(event) => give({ birth_date: event.target.value })}
              problem={problems.birth_date}
            />
            <SelectField
              label={t("patients.sex")}
              value={given.sex}
              choices={[
                { value: "", label: t("patients.unknownSex") },
                { value: "F", label: t("patient.sexF") },
                { value: "M", label: t("patient.sexM") },
                { value: "O", label: t("patient.sexO") },
              ]}
              onChoose={(sex) => give({ sex })}
            />
          </Box>
          <FormProblem text={problems.other} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t("common.close")}</Button>
          <Button type="submit" variant="contained" disabled={busy} aria-busy={busy}>
            {known ? t("common.save") : t("patients.register")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
