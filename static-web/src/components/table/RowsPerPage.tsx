"use client";

import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useI18n } from "@/core/i18n/I18n";
import { ROWS_PER_PAGE } from "@/core/table/TableState";

interface Props {
  readonly rows: number;
  readonly onChoose: (rows: number) => void;
}

export function RowsPerPage({ rows, onChoose }: Props) {
  const { t } = useI18n();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ChevronDown size={14} aria-hidden />}
        sx={{ fontWeight: 400, color: "text.secondary", px: 1, "& .MuiButton-endIcon": { ml: 0.5 } }}
      >
        {t("table.rowsPerPage", { rows })}
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {ROWS_PER_PAGE.map((choice) => (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={choice === rows}
            onClick={() => {
              setAnchor(null);
              onChoose(choice);
            }}
            sx={{ gap: 1 }}
          >
            <Check size={14} aria-hidden style={{ visibility: choice === rows ? "visible" : "hidden" }} />
            {choice}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
