import Skeleton from "@mui/material/Skeleton";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import type { Column } from "@/components/table/Column";

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: number;
  readonly withActions: boolean;
}

/** The rows that are on their way, as high as they will be. */
export function TableSkeleton<Row>({ columns, rows, withActions }: Props<Row>) {
  return Array.from({ length: rows }, (_, row) => (
    <TableRow key={row} aria-hidden>
      {columns.map(({ id }, column) => (
        <TableCell key={id}>
          <Skeleton height={12} width={`${55 + ((row * 17 + column * 29) % 35)}%`} />
        </TableCell>
      ))}
      {withActions && <TableCell />}
    </TableRow>
  ));
}
