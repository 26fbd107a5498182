import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import type { Column, RowActions } from "@/components/table/Column";
import { LongText } from "@/components/table/LongText";
import { RowMenu } from "@/components/table/RowMenu";

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly actions: RowActions<Row> | undefined;
}

export function TableRows<Row>({ columns, rows, keyOf, actions }: Props<Row>) {
  return rows.map((row) => (
    <TableRow key={keyOf(row)} hover data-testid="table-row" data-key={keyOf(row)}>
      {columns.map(({ id, cell, align = "left" }) => {
        const content = cell(row);
        return (
          <TableCell key={id} align={align}>
            {typeof content === "string" ? <LongText>{content}</LongText> : content}
          </TableCell>
        );
      })}
      {actions && (
        <TableCell align="right">
          <RowMenu name={actions.name(row)} actions={actions.of(row)} />
        </TableCell>
      )}
    </TableRow>
  ));
}
