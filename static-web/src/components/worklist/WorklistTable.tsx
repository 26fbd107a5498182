"use client";

import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { ReactNode } from "react";
import { onlyOnWide, WorklistRow } from "@/components/worklist/WorklistRow";
import { WorklistSkeleton } from "@/components/worklist/WorklistSkeleton";
import type { WorklistItem } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

const COLUMNS = [
  "date",
  "patient",
  "mrn",
  "age",
  "sex",
  "modality",
  "description",
  "referrer",
  "images",
  "state",
] as const;
/** What a small window can do without. */
const WIDE_ONLY: ReadonlySet<string> = new Set(["sex", "referrer", "images"]);

interface Props {
  readonly items: readonly WorklistItem[] | undefined;
  readonly label: string;
  /** One sentence for an empty list, and what to do then. */
  readonly empty: ReactNode;
}

export function WorklistTable({ items, label, empty }: Props) {
  const { t } = useI18n();
  return (
    <TableContainer
      sx={{
        flex: "0 1 auto",
        minHeight: 0,
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
        bgcolor: "background.paper",
      }}
    >
      <Table size="small" stickyHeader aria-label={label} data-testid="worklist">
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell
                key={column}
                align={column === "images" ? "right" : "left"}
                sx={{ bgcolor: "background.paper", ...(WIDE_ONLY.has(column) && onlyOnWide) }}
              >
                {t(`worklist.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items?.map((item) => <WorklistRow key={item.study.study_instance_uid} item={item} />) ?? (
            <WorklistSkeleton columns={COLUMNS.length} />
          )}
        </TableBody>
      </Table>
      {items?.length === 0 && <Box sx={{ p: 4, display: "grid", justifyItems: "center", gap: 2 }}>{empty}</Box>}
    </TableContainer>
  );
}
