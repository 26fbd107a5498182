import { CircleDot, FilePenLine, ListChecks, ScanSearch, TriangleAlert, type LucideIcon } from "lucide-react";
import type { Tiles } from "@/core/api/Types";

export type TileId = Exclude<keyof Tiles, "looked_at">;

export interface TileKind {
  readonly id: TileId;
  readonly icon: LucideIcon;
  /** The colour of what must not wait; a count of nothing is never urgent. */
  readonly urgent?: "warning.main" | "error.main";
}

/** In the order of a study's way through the day. */
export const TILES: readonly TileKind[] = [
  { id: "unread", icon: CircleDot },
  { id: "waiting", icon: ScanSearch },
  { id: "undecided", icon: ListChecks, urgent: "warning.main" },
  { id: "drafts", icon: FilePenLine },
  { id: "failures", icon: TriangleAlert, urgent: "error.main" },
];

/** What the address asks for; nonsense is everything. */
export function shownBy(query: string | null): TileId | "all" {
  return TILES.find(({ id }) => id === query)?.id ?? "all";
}
