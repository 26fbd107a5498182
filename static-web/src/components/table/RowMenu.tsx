"use client";

import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { RowAction } from "@/components/table/Column";
import { useI18n } from "@/core/i18n/I18n";

/** What can be done with a row, in words, behind one ⋯. */
export function RowMenu({ name, actions }: { name: string; actions: readonly RowAction[] }) {
  const { t } = useI18n();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (action: RowAction) => {
    setAnchor(null);
    action.onChoose();
  };
  if (actions.length === 0) return null;
  return (
    <>
      <IconButton
        aria-label={t("table.actionsOf", { name })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ my: 0.25 }}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
      >
        {actions.map((action) => (
          <MenuItem
            key={action.label}
            onClick={() => choose(action)}
            sx={{ gap: 1.25, color: action.destructive ? "error.main" : undefined }}
          >
            {action.icon && <action.icon size={15} aria-hidden />}
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
