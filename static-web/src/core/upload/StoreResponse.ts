/** What became of one file that was sent to the archive (PS3.18 Store Instances response). */
export type StoreOutcome =
  { readonly stored: true } | { readonly stored: false; readonly code: number | null; readonly comment: string | null };

interface Element {
  readonly Value?: readonly unknown[];
}
type Dataset = Readonly<Record<string, Element | undefined>>;

const REFERENCED_SOP_SEQUENCE = "00081199";
const FAILED_SOP_SEQUENCE = "00081198";
const OTHER_FAILURES_SEQUENCE = "0008119A";
const FAILURE_REASON = "00081197";
const ERROR_COMMENT = "00000902";

/** Reads the answer to a store request that carried one file. */
export function readStoreResponse(answer: unknown): StoreOutcome {
  const dataset = asDataset(Array.isArray(answer) ? answer[0] : answer);
  const failure = items(dataset, FAILED_SOP_SEQUENCE)[0] ?? items(dataset, OTHER_FAILURES_SEQUENCE)[0];
  if (!failure && items(dataset, REFERENCED_SOP_SEQUENCE).length > 0) return { stored: true };
  const source = failure ?? dataset;
  return {
    stored: false,
    code: first(source, FAILURE_REASON, "number"),
    comment: first(source, ERROR_COMMENT, "string") ?? first(dataset, ERROR_COMMENT, "string"),
  };
}

function asDataset(value: unknown): Dataset {
  return typeof value === "object" && value !== null ? (value as Dataset) : {};
}

function items(dataset: Dataset, tag: string): Dataset[] {
  return (dataset[tag]?.Value ?? []).map(asDataset);
}

function first(dataset: Dataset, tag: string, type: "number"): number | null;
function first(dataset: Dataset, tag: string, type: "string"): string | null;
function first(dataset: Dataset, tag: string, type: "number" | "string"): unknown {
  const value = dataset[tag]?.Value?.[0];
  return typeof value === type ? value : null;
}
