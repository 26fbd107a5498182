import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface Column<Row> {
  /** Also what the server sorts by. */
  readonly id: string;
  readonly label: string;
  /** A text is cut where it does not fit, and shown in full on focus. */
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** Its share of the width; 1 unless told. */
  readonly grow?: number;
  readonly align?: "left" | "right";
  /** What a small window can do without. */
  readonly wideOnly?: boolean;
}

/** One line of the ⋯ menu. */
export interface RowAction {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly onChoose: () => void;
  /** Takes something away. */
  readonly destructive?: boolean;
}

/** The ⋯ menu of a row. */
export interface RowActions<Row> {
  /** What the row is about, for those who do not see it. */
  readonly name: (row: Row) => string;
  /** None: this row has no menu. */
  readonly of: (row: Row) => readonly RowAction[];
}
