"use client";

import Box from "@mui/material/Box";
import MuiTable from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import type { ReactNode } from "react";
import { Problem } from "@/components/basics/Problem";
import type { Column, RowActions } from "@/components/table/Column";
import { ColumnHeader } from "@/components/table/ColumnHeader";
import { Pager } from "@/components/table/Pager";
import { TableEmpty } from "@/components/table/TableEmpty";
import { TableRows } from "@/components/table/TableRows";
import { TableSkeleton } from "@/components/table/TableSkeleton";
import { TableToolbar } from "@/components/table/TableToolbar";
import type { Table } from "@/components/table/UseTable";
import { useI18n } from "@/core/i18n/I18n";
import { isNarrowed } from "@/core/table/TableState";

/** The share of the ⋯ menu, beside columns that have 1. */
const MENU_SHARE = 0.7;

interface Props<Row> {
  /** What the list is of. */
  readonly label: string;
  readonly table: Table<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly actions?: RowActions<Row>;
  /** For a list that can be searched. */
  readonly searchLabel?: string;
  /** FilterChoices, shown on demand. */
  readonly filters?: ReactNode;
  readonly buttons?: ReactNode;
  readonly empty: { readonly text: string; readonly action?: ReactNode };
}

/** A list of the server: searched, filtered and sorted there, page by page. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, table, keyOf, actions, searchLabel, filters, buttons, empty } = props;
  const { state, page, error, busy, show, refresh } = table;
  const { t } = useI18n();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up("lg"));
  const columns = props.columns.filter(({ wideOnly }) => wide || !wideOnly);
  const shares = columns.reduce((sum, { grow = 1 }) => sum + grow, actions ? MENU_SHARE : 0);
  const width = (grow = 1) => `${(100 * grow) / shares}%`;
  const showAll = isNarrowed(state) ? () => show({ search: "", filters: {} }) : null;
  return (
    <Box sx={{ display: "grid", gap: 1.5, minWidth: 0 }}>
      <TableToolbar searchLabel={searchLabel} filters={filters} buttons={buttons} state={state} onShow={show} />
      <TableContainer sx={frame}>
        <MuiTable stickyHeader aria-label={label} aria-busy={busy} sx={{ tableLayout: "fixed", minWidth: 640 }}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <ColumnHeader key={column.id} column={column} width={width(column.grow)} state={state} onSort={show} />
              ))}
              {actions && <TableCell align="right">{t("table.actions")}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {page ? (
              <TableRows columns={columns} rows={page.items} keyOf={keyOf} actions={actions} />
            ) : error ? null : (
              <TableSkeleton columns={columns} rows={state.rows} withActions={Boolean(actions)} />
            )}
          </TableBody>
        </MuiTable>
        {error && !page && <Problem error={error} onRetry={refresh} />}
        {page?.total === 0 && <TableEmpty {...empty} onShowAll={showAll} />}
      </TableContainer>
      {page && page.total > 0 && <Pager state={state} total={page.total} onShow={show} />}
    </Box>
  );
}

const frame = {
  // The header sticks to the page, unless the table is wider than a small window and scrolls on its own.
  overflow: "visible",
  "@media (max-width: 759px)": { overflow: "auto" },
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  bgcolor: "background.paper",
  "& th": { bgcolor: "background.paper" },
  "& th:first-of-type": { borderTopLeftRadius: 7 },
  "& th:last-of-type": { borderTopRightRadius: 7 },
  "& tbody tr:last-of-type td": { borderBottom: 0 },
} as const;
