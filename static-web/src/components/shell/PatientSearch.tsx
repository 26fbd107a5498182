"use client";

import Box from "@mui/material/Box";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent, type RefObject } from "react";
import { Key } from "@/components/basics/Key";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Patient } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Exact MRN, Enter: opens the patient, or says beside the field that there is none. */
export function PatientSearch({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useI18n();
  const router = useRouter();
  const [mrn, setMrn] = useState("");
  const [problem, setProblem] = useState("");

  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = mrn.trim();
    if (!wanted) return;
    try {
      const [patient] = await ApiService.instance.get<Patient[]>(paths.patientByMrn(wanted));
      if (!patient) return setProblem(t("shell.noPatient"));
      router.push(`/patient?mrn=${encodeURIComponent(patient.mrn)}`);
      setMrn("");
      fieldRef.current?.blur();
    } catch (error) {
      setProblem(describe(error, t("shell.noPatient"), t("common.noAnswer")));
    }
  };

  return (
    <Box
      component="form"
      role="search"
      onSubmit={search}
      sx={{ display: "flex", alignItems: "center", gap: 1.5, minWidth: 0, flex: 1 }}
    >
      <OutlinedInput
        inputRef={fieldRef}
        value={mrn}
        onChange={(event) => {
          setMrn(event.target.value);
          setProblem("");
        }}
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
      <Typography id="search-problem" role="status" variant="body2" color="error" noWrap>
        {problem}
      </Typography>
    </Box>
  );
}

function describe(error: unknown, noPatient: string, noAnswer: string): string {
  if (!(error instanceof ApiError)) return noAnswer;
  return error.status === 404 ? noPatient : error.detail;
}
