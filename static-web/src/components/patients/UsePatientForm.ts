"use client";

import { useState, type FormEvent } from "react";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { PatientRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

interface Given {
  readonly mrn: string;
  readonly name: string;
  /** As a date field has it; "": not known. */
  readonly birth_date: string;
  readonly sex: "" | "F" | "M" | "O";
}

type Problems = Readonly<Partial<Record<keyof Given | "other", string | null>>>;

/** The dialog's fields, looked at here first; the server has the last word. */
export function usePatientForm(known: PatientRow | null, mrn: string, onSaved: (patient: PatientRow) => void) {
  const { t } = useI18n();
  const [given, setGiven] = useState<Given>({
    mrn: known?.patient.mrn ?? mrn,
    name: known?.patient.name ?? "",
    birth_date: known?.patient.birth_date ?? "",
    sex: known?.patient.sex ?? "",
  });
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const give = (change: Partial<Given>) => {
    setGiven({ ...given, ...change });
    setProblems({});
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = {
      mrn: given.mrn.trim() ? null : t("patients.mrnMissing"),
      name: given.name.trim() ? null : t("patients.nameMissing"),
    };
    setProblems(missing);
    if (missing.mrn || missing.name) return;
    setBusy(true);
    try {
      onSaved(await save(given, known));
    } catch (error) {
      setProblems(placed(error, t));
      setBusy(false);
    }
  };

  return { given, give, problems, busy, submit: (event: FormEvent) => void submit(event) };
}

function save({ mrn, name, birth_date, sex }: Given, known: PatientRow | null): Promise<PatientRow> {
  const who = { name: name.trim(), birth_date: birth_date || null, sex: sex || null };
  return known
    ? ApiService.instance.patch<PatientRow>(paths.patient(known.patient.mrn), who)
    : ApiService.instance.post<PatientRow>(paths.patients, { mrn: mrn.trim(), ...who });
}

/** A refusal, beside the field that it is about. */
function placed(error: unknown, t: Translator): Problems {
  const text = problemText(error, t);
  if (!(error instanceof ApiError)) return { other: text };
  if (error.reason === "mrn-taken") return { mrn: text };
  const found = {
    mrn: error.fields.mrn && t("patients.mrnWrong"),
    name: error.fields.name && t("patients.nameWrong"),
    birth_date: error.fields.birth_date && t("patients.dateWrong"),
  };
  return Object.values(found).some(Boolean) ? found : { other: text };
}
