"use client";

import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { RowsPerPage } from "@/components/table/RowsPerPage";
import { useI18n } from "@/core/i18n/I18n";
import { lastPage, type TableState } from "@/core/table/TableState";

interface Props {
  readonly state: TableState;
  readonly total: number;
  readonly onShow: (change: Partial<TableState>) => void;
}

/** "Rows per page: 10", "1–10 of 20", and a step back and forth. */
export function Pager({ state: { page, rows }, total, onShow }: Props) {
  const { t } = useI18n();
  const range = { first: page * rows + 1, last: Math.min(total, (page + 1) * rows), total };
  return (
    <Box
      component="nav"
      aria-label={t("table.pages")}
      sx={{ display: "flex", alignItems: "center", justifyContent: "flex-end", gap: 1, minHeight: 40 }}
    >
      <RowsPerPage rows={rows} onChoose={(chosen) => onShow({ rows: chosen })} />
      <Typography
        role="status"
        variant="body2"
        data-testid="table-range"
        sx={{ minWidth: 88, textAlign: "right", fontVariantNumeric: "tabular-nums" }}
      >
        {t("table.range", range)}
      </Typography>
      <Box sx={{ display: "flex" }}>
        <IconButton aria-label={t("table.previous")} disabled={page === 0} onClick={() => onShow({ page: page - 1 })}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton
          aria-label={t("table.next")}
          disabled={page >= lastPage(total, rows)}
          onClick={() => onShow({ page: page + 1 })}
        >
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      </Box>
    </Box>
  );
}
