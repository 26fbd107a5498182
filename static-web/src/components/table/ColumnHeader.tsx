"use client";

import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import TableCell from "@mui/material/TableCell";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { Column } from "@/components/table/Column";
import { LongText } from "@/components/table/LongText";
import { sortedBy, type TableState } from "@/core/table/TableState";

interface Props<Row> {
  readonly column: Column<Row>;
  readonly width: string;
  readonly state: TableState;
  readonly onSort: (change: TableState) => void;
}

/** The name of a column; a button where the server can sort by it. */
export function ColumnHeader<Row>({ column, width, state, onSort }: Props<Row>) {
  const { id, label, align = "left", sortable } = column;
  const sorted = sortable && state.sort === id;
  const order = state.descending ? "descending" : "ascending";
  return (
    <TableCell align={align} aria-sort={sorted ? order : undefined} sx={{ width }}>
      {sortable ? (
        <ButtonBase
          onClick={() => onSort(sortedBy(state, id))}
          sx={{
            maxWidth: "calc(100% + 8px)",
            height: 24,
            mx: -0.5,
            px: 0.5,
            gap: 0.5,
            borderRadius: 0.5,
            font: "inherit",
            color: sorted ? "text.primary" : "text.secondary",
            "& svg": { flexShrink: 0, opacity: sorted ? 1 : 0.45 },
            "&:hover, &:focus-visible": { color: "text.primary", "& svg": { opacity: 1 } },
          }}
        >
          <span style={{ overflow: "hidden", textOverflow: "ellipsis" }}>{label}</span>
          <Box component="span" sx={{ display: { xs: sorted ? "flex" : "none", lg: "flex" } }}>
            <SortIcon order={sorted ? order : null} />
          </Box>
        </ButtonBase>
      ) : (
        <LongText>{label}</LongText>
      )}
    </TableCell>
  );
}

function SortIcon({ order }: { order: "ascending" | "descending" | null }) {
  const Icon = order === null ? ChevronsUpDown : order === "ascending" ? ArrowUp : ArrowDown;
  return <Icon size={13} aria-hidden />;
}
