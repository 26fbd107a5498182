"use client";

import useSWR, { type SWRConfiguration, type SWRResponse } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { isLeft } from "@/core/Attention";
import { paths } from "@/core/api/Paths";
import type {
  Analysis,
  Client,
  Finding,
  Identity,
  Me,
  Measurements,
  Model,
  Offer,
  OpenSession,
  Organization,
  Patient,
  PatientRow,
  QueueState,
  SecondFactor,
  Series,
  SignInOptions,
  Study,
  StuckWork,
  System,
  Worklist,
} from "@/core/api/Types";

/** How often a running analysis is asked for, in milliseconds. */
const LIVE_INTERVAL_MS = 700;
/** How often the worklist is, while models are at work and otherwise. */
const BUSY_INTERVAL_MS = 2_000;
const QUIET_INTERVAL_MS = 15_000;

function useApi<T>(path: string | null, options?: SWRConfiguration<T>): SWRResponse<T, Error> {
  return useSWR<T, Error>(path, ApiService.instance.get, options);
}

export const useMe = () => useApi<Me>(paths.me);

/** Whether the server would let them, where they are at work at the moment. */
export const useMay = (permission: Me["may"][number]) => useMe().data?.may.includes(permission) ?? false;

export const useSessions = () => useApi<OpenSession[]>(paths.mySessions);

export const useSecondFactor = () => useApi<SecondFactor>(paths.mySecondFactor);

export const useIdentities = () => useApi<Identity[]>(paths.myIdentities);

export const useOffer = (token: string) => useApi<Offer>(token ? paths.offer(token) : null);

export const useSignInOptions = () => useApi<SignInOptions>(paths.signInOptions);

export const useOrganization = (organization: string | null) =>
  useApi<Organization>(organization ? paths.organization(organization) : null);

export const useClients = (organization: string | null) =>
  useApi<Client[]>(organization ? paths.clients(organization) : null);

export const useModels = () => useApi<Model[]>(paths.models);

export const usePatient = (mrn: string | null) => useApi<Patient[]>(mrn ? paths.patientByMrn(mrn) : null);

export const usePatientStudies = (mrn: string | null) => useApi<Study[]>(mrn ? paths.patientStudies(mrn) : null);

/** Registered or known from images; asked only where there are no studies to say. */
export const useRegisteredPatient = (mrn: string | null) => useApi<PatientRow>(mrn ? paths.patient(mrn) : null);

/** Asked for again and again: often while models are at work, now and then otherwise. */
export const useWorklist = (show: string) =>
  useApi<Worklist>(paths.worklist(show), {
    keepPreviousData: true,
    refreshInterval: (latest) => (latest && latest.tiles.waiting > 0 ? BUSY_INTERVAL_MS : QUIET_INTERVAL_MS),
    isPaused: isLeft,
  });

const watched = { refreshInterval: 5_000, isPaused: isLeft } as const;
export const useSystem = () => useApi<System>(paths.system, { refreshInterval: 30_000, isPaused: isLeft });
export const useQueues = () => useApi<QueueState[]>(paths.systemQueues, watched);
export const useStuckWork = () => useApi<StuckWork>(paths.stuckWork, watched);

export const useStudy = (study: string | null) => useApi<Study>(study ? paths.study(study) : null);

export const useSeries = (study: string | null) => useApi<Series[]>(study ? paths.series(study) : null);

export const useMeasurements = (study: string) => useApi<Measurements>(paths.measurements(study));

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
