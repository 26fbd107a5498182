"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { usePage, type Page } from "@/core/api/UsePage";
import { changed, lastPage, pageOf, readTable, writeTable } from "@/core/table/TableState";
import type { TableDefaults, TableState } from "@/core/table/TableState";

export interface Table<Row> {
  readonly state: TableState;
  readonly page: Page<Row> | undefined;
  readonly error: Error | undefined;
  /** Another page is on its way. */
  readonly busy: boolean;
  /** `replace`: a step that "back" shall not lead to, such as a letter typed. */
  readonly show: (change: Partial<TableState>, replace?: boolean) => void;
  readonly refresh: () => void;
}

/** A list of the server, page by page; what it shows stands in the address, so that "back" works. */
export function useTable<Row>(path: string, defaults: TableDefaults): Table<Row> {
  const here = usePathname();
  const query = useSearchParams();
  const state = readTable(query, defaults);
  const { data: page, error, isLoading, mutate } = usePage<Row>(pageOf(path, state));

  const show = (change: Partial<TableState>, replace = false) => {
    const now = new URLSearchParams(window.location.search);
    const written = writeTable(changed(readTable(now, defaults), change), defaults, now);
    const address = written.size > 0 ? `${here}?${written}` : here;
    if (replace) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
  };

  const end = page && lastPage(page.total, state.rows);
  const behindTheEnd = !isLoading && end !== undefined && state.page > end;
  useEffect(() => {
    if (behindTheEnd) show({ page: end }, true);
  });

  return { state, page, error, busy: isLoading, show, refresh: () => void mutate() };
}
