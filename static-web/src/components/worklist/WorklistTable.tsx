"use client";

import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { onlyOnWide, WorklistRow } from "@/components/worklist/WorklistRow";
import { WorklistSkeleton } from "@/components/worklist/WorklistSkeleton";
import type { Study } from "@/core/api/Types";
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
  "accession",
  "images",
] as const;
/** What a small window can do without. */
const WIDE_ONLY: ReadonlySet<string> = new Set(["referrer", "accession"]);

export function WorklistTable({ studies }: { studies: readonly Study[] | undefined }) {
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
      <Table size="small" stickyHeader aria-label={t("worklist.title")} data-testid="worklist">
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
          {studies?.map((study) => <WorklistRow key={study.study_instance_uid} study={study} />) ?? (
            <WorklistSkeleton columns={COLUMNS.length} />
          )}
        </TableBody>
      </Table>
      {studies?.length === 0 && (
        <Box sx={{ p: 4, textAlign: "center" }}>
          <Typography color="textSecondary">{t("worklist.empty")}</Typography>
        </Box>
      )}
    </TableContainer>
  );
}
