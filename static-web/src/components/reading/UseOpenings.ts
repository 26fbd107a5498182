"use client";

import { useEffect } from "react";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { usePatientStudies } from "@/core/api/UseApi";

/** Tells the server who is looked at: the patient enters the register, the study is unread no more. */
export function useOpenings(mrn: string | null, study: string | null): void {
  const seen = Boolean(usePatientStudies(mrn).data?.length);
  useEffect(() => {
    if (mrn && seen) tell(paths.patientOpening(mrn));
  }, [mrn, seen]);
  useEffect(() => {
    if (study) tell(paths.studyOpening(study));
  }, [study]);
}

/** Nobody waits for it, and the next opening tells it again. */
function tell(path: string): void {
  ApiService.instance.post(path).catch(() => undefined);
}
