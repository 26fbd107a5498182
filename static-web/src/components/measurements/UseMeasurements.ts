"use client";

import { useSWRConfig } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Measurements } from "@/core/api/Types";
import { useMeasurements as useSaved } from "@/core/api/UseApi";

/** The measurements of a study, and what can be done with their versions. */
export function useMeasurements(study: string) {
  const { data } = useSaved(study);
  const { mutate } = useSWRConfig();

  const take = async (changed: Promise<Measurements>) => {
    try {
      await mutate(paths.measurements(study), await changed, { revalidate: false });
    } catch (error) {
      void mutate(paths.measurements(study)); // somebody may have saved meanwhile
      throw error;
    }
  };
  const post = (path: string, body: object) => take(ApiService.instance.post<Measurements>(path, body));

  return {
    data,
    current: data?.versions.find((version) => version.is_current),
    publish: (version: number) => post(paths.publication(study), { version }),
    choose: (version: number) => post(paths.measurementsChoice(study), { version, seen: data?.versions.length ?? 0 }),
  };
}
