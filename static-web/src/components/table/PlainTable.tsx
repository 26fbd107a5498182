import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { ReactNode } from "react";
import { TableSkeleton } from "@/components/table/TableSkeleton";

interface Props {
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly right?: boolean }[];
  /** undefined: on their way. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[] | undefined;
  readonly expected: number;
}

/** A short table that comes whole: nothing to sort, nothing to page through. */
export function PlainTable({ label, columns, rows, expected }: Props) {
  const waiting = columns.map((column) => ({ id: column.label, label: column.label, cell: () => "" }));
  return (
    <TableContainer sx={{ border: 1, borderColor: "divider", borderRadius: 1, bgcolor: "background.paper" }}>
      <Table aria-label={label} sx={{ "& tbody tr:last-of-type td": { borderBottom: 0 } }}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column.label} align={column.right ? "right" : "left"}>
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows ? (
            rows.map(({ key, cells }) => (
              <TableRow key={key} data-testid="plain-row" data-key={key}>
                {cells.map((cell, at) => (
                  <TableCell key={columns[at]?.label} align={columns[at]?.right ? "right" : "left"}>
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))
          ) : (
            <TableSkeleton columns={waiting} rows={expected} withActions={false} />
          )}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
