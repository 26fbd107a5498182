"use client";

import useSWR, { type SWRConfiguration, type SWRResponse } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type {
  Analysis,
  Finding,
  Identity,
  Me,
  Model,
  Offer,
  OpenSession,
  Organization,
  Patient,
  SecondFactor,
  Series,
  SignInOptions,
  Study,
} from "@/core/api/Types";

/** How often a running analysis is asked for, in milliseconds. */
const LIVE_INTERVAL_MS = 700;

function useApi<T>(path: string | null, options?: SWRConfiguration<T>): SWRResponse<T, Error> {
  return useSWR<T, Error>(path, ApiService.instance.get, options);
}

export const useMe = () => useApi<Me>(paths.me);

export const useSessions = () => useApi<OpenSession[]>(paths.mySessions);

export const useSecondFactor = () => useApi<SecondFactor>(paths.mySecondFactor);

export const useIdentities = () => useApi<Identity[]>(paths.myIdentities);

export const useOffer = (token: string) => useApi<Offer>(token ? paths.offer(token) : null);

export const useSignInOptions = () => useApi<SignInOptions>(paths.signInOptions);

export const useOrganization = (organization: string | null) =>
  useApi<Organization>(organization ? paths.organization(organization) : null);

export const useModels = () => useApi<Model[]>(paths.models);

export const usePatient = (mrn: string | null) => useApi<Patient[]>(mrn ? paths.patientByMrn(mrn) : null);

export const usePatientStudies = (mrn: string | null) => useApi<Study[]>(mrn ? paths.patientStudies(mrn) : null);

export const useRecentStudies = (limit = 50) => useApi<Study[]>(paths.recentStudies(limit));

export const useStudy = (study: string | null) => useApi<Study>(study ? paths.study(study) : null);

export const useSeries = (study: string | null) => useApi<Series[]>(study ? paths.series(study) : null);

export const useFindings = (study: string | null) => useApi<Finding[]>(study ? paths.findings(study) : null);

/** Analyses of a study, newest first; asked for again and again while one is under way. */
export function useAnalyses(study: string | null): SWRResponse<Analysis[], Error> {
  return useApi<Analysis[]>(study ? paths.analyses(study) : null, {
    refreshInterval: (latest) => (latest?.some(isUnderWay) ? LIVE_INTERVAL_MS : 0),
    dedupingInterval: 300,
  });
}

export function isUnderWay(analysis: Analysis): boolean {
  return analysis.status === "queued" || analysis.status === "fetching" || analysis.status === "running";
}
