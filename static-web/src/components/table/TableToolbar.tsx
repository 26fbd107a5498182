"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { ListFilter } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { SearchBox } from "@/components/table/SearchBox";
import { useI18n } from "@/core/i18n/I18n";
import type { TableState } from "@/core/table/TableState";

interface Props {
  readonly searchLabel: string | undefined;
  readonly filters: ReactNode;
  /** The buttons of the list, at its right. */
  readonly buttons: ReactNode;
  readonly state: TableState;
  readonly onShow: (change: Partial<TableState>, replace?: boolean) => void;
}

/** Search, the filters on demand, and what can be added. */
export function TableToolbar({ searchLabel, filters, buttons, state, onShow }: Props) {
  const { t } = useI18n();
  const id = useId();
  const set = Object.keys(state.filters).length;
  const [open, setOpen] = useState(set > 0);
  return (
    <Box sx={{ display: "grid", gap: 1.5 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1 }}>
        {searchLabel && (
          <SearchBox label={searchLabel} value={state.search} onSearch={(search) => onShow({ search }, true)} />
        )}
        {filters && (
          <Button
            variant="outlined"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            startIcon={<ListFilter size={15} aria-hidden />}
            sx={{ bgcolor: "background.paper" }}
          >
            {set > 0 ? t("table.filtersSet", { count: set }) : t("table.filters")}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        {buttons}
      </Box>
      {filters && open && (
        <Box id={id} role="group" aria-label={t("table.filters")} sx={filterRow}>
          {filters}
          <Button disabled={set === 0} onClick={() => onShow({ filters: {} })}>
            {t("table.clearFilters")}
          </Button>
        </Box>
      )}
    </Box>
  );
}

const filterRow = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "flex-end",
  gap: 1.5,
  p: 1.5,
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  bgcolor: "background.paper",
} as const;
