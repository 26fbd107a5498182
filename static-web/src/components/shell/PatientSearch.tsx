"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type RefObject } from "react";
import { Key } from "@/components/basics/Key";
import { PatientDialog } from "@/components/patients/PatientDialog";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Patient } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Exact MRN, Enter: opens the patient, or says beside the field that there is none, and who may registers one. */
export function PatientSearch({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useI18n();
  const router = useRouter();
  const manages = useMay("patients.manage");
  const [mrn, setMrn] = useState("");
  const [problem, setProblem] = useState("");
  const [unknown, setUnknown] = useState("");
  const [registering, setRegistering] = useState(false);

  const type = (text: string) => {
    setMrn(text);
    setProblem("");
    setUnknown("");
  };
  const open = (found: string) => {
    router.push(`/patient?mrn=${encodeURIComponent(found)}`);
    type("");
    fieldRef.current?.blur();
  };
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = mrn.trim();
    if (!wanted) return;
    try {
      const [patient] = await ApiService.instance.get<Patient[]>(paths.patientByMrn(wanted));
      if (patient) open(patient.mrn);
    } catch (error) {
      const nobody = error instanceof ApiError && error.status === 404;
      setProblem(nobody ? t("shell.noPatient") : problemText(error, t));
      setUnknown(nobody ? wanted : "");
    }
  };

  return (
    <>
      <Box
        component="form"
        role="search"
        onSubmit={search}
        sx={{ display: "flex", alignItems: "center", gap: 1.5, minWidth: 0, flex: 1 }}
      >
        <OutlinedInput
          inputRef={fieldRef}
          value={mrn}
          onChange={(event) => type(event.target.value)}
          placeholder={t("shell.search")}
          error={Boolean(problem)}
          inputProps={{
            "aria-label": t("shell.search"),
            "aria-describedby": "search-problem",
            autoComplete: "off",
            spellCheck: false,
            enterKeyHint: "search",
          }}
          startAdornment={
            <InputAdornment position="start">
              <Search size={15} aria-hidden />
            </InputAdornment>
          }
          endAdornment={mrn ? null : <Key>/</Key>}
          sx={{
            width: 320,
            flexShrink: 1,
            height: 32,
            fontSize: 13,
            pl: 1.25,
            bgcolor: "background.default",
            "& input": { pl: 0 },
          }}
        />
        <Typography id="search-problem" role="status" variant="body2" color="error" sx={{ lineHeight: 1.25 }}>
          {problem}
        </Typography>
        {unknown && manages && (
          <Button variant="outlined" onClick={() => setRegistering(true)} sx={{ flexShrink: 0 }}>
            {t("patients.register")}
          </Button>
        )}
      </Box>
      {registering && (
        <PatientDialog
          known={null}
          mrn={unknown}
          onClose={() => setRegistering(false)}
          onSaved={({ patient }) => {
            setRegistering(false);
            open(patient.mrn);
          }}
        />
      )}
    </>
  );
}
