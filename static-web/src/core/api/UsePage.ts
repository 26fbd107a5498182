"use client";

import useSWR, { type SWRResponse } from "swr";
import { ApiService } from "@/core/api/ApiService";

/** How every list that the server pages through answers. */
export interface Page<Row> {
  readonly items: readonly Row[];
  /** Of all pages. */
  readonly total: number;
}

/** One page of a list; the page before it stays until it has come. */
export function usePage<Row>(path: string): SWRResponse<Page<Row>, Error> {
  return useSWR<Page<Row>, Error>(path, ApiService.instance.get, { keepPreviousData: true });
}
