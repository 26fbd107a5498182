/** What a table shows: which page, in which order, of what was searched and filtered. */
export interface TableState {
  /** From 0. */
  readonly page: number;
  readonly rows: number;
  readonly sort: string;
  readonly descending: boolean;
  readonly search: string;
  /** Only those that are set. */
  readonly filters: Readonly<Record<string, string>>;
}

/** How a table begins, and which filters it knows. */
export interface TableDefaults {
  readonly sort: string;
  readonly descending?: boolean;
  readonly filters?: readonly string[];
}

export const ROWS_PER_PAGE = [10, 25, 50, 100] as const;
const [FEWEST_ROWS] = ROWS_PER_PAGE;

/** The table that an address asks for; whatever makes no sense is as at the beginning. */
export function readTable(query: URLSearchParams, defaults: TableDefaults): TableState {
  const rows = Number(query.get("rows"));
  const set = (defaults.filters ?? []).map((name) => [name, query.get(name) ?? ""]).filter(([, value]) => value);
  return {
    page: Number(/^[1-9]\d{0,5}$/.exec(query.get("page") ?? "")?.[0] ?? 1) - 1,
    rows: ROWS_PER_PAGE.find((choice) => choice === rows) ?? FEWEST_ROWS,
    sort: query.get("sort") || defaults.sort,
    descending: query.has("descending") ? query.get("descending") === "true" : Boolean(defaults.descending),
    search: query.get("search") ?? "",
    filters: Object.fromEntries(set),
  };
}

/** The address's query for a table. What is as at the beginning is left out, what is not the table's is kept. */
export function writeTable(state: TableState, defaults: TableDefaults, query: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(query);
  const write = (name: string, value: string) => (value ? written.set(name, value) : written.delete(name));
  const turned = state.descending !== Boolean(defaults.descending);
  write("page", state.page > 0 ? `${state.page + 1}` : "");
  write("rows", state.rows === FEWEST_ROWS ? "" : `${state.rows}`);
  write("sort", state.sort === defaults.sort ? "" : state.sort);
  write("descending", turned ? `${state.descending}` : "");
  write("search", state.search);
  for (const name of defaults.filters ?? []) write(name, state.filters[name] ?? "");
  return written;
}

/** Anything but another page begins at the first one again. */
export function changed(state: TableState, change: Partial<TableState>): TableState {
  return { ...state, page: 0, ...change };
}

/** A column's header was pressed: sort by it, and turn the order of one that is sorted by already. */
export function sortedBy(state: TableState, sort: string): TableState {
  return changed(state, { sort, descending: state.sort === sort && !state.descending });
}

/** Only rows with this value; with any, where it is "". */
export function filteredBy(state: TableState, name: string, value: string): TableState {
  const others = Object.entries(state.filters).filter(([other]) => other !== name);
  return changed(state, { filters: Object.fromEntries(value ? [...others, [name, value]] : others) });
}

/** What the server is asked for. */
export function pageOf(path: string, state: TableState): string {
  const query = new URLSearchParams({
    ...state.filters,
    ...(state.search && { search: state.search }),
    sort: state.sort,
    descending: `${state.descending}`,
    offset: `${state.page * state.rows}`,
    limit: `${state.rows}`,
  });
  return `${path}?${query}`;
}

export function isNarrowed(state: TableState): boolean {
  return Boolean(state.search) || Object.keys(state.filters).length > 0;
}

export function lastPage(total: number, rows: number): number {
  return Math.max(0, Math.ceil(total / rows) - 1);
}
