"use client";

import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { Check, Contrast } from "lucide-react";
import { useState } from "react";
import { useI18n } from "@/core/i18n/I18n";
import { rememberPreference } from "@/core/themes/ThemeStore";
import { THEME_CHOICES } from "@/core/themes/ThemeChoices";
import { useThemePreference } from "@/core/themes/UseThemePreference";

/** Dark where one reads, light where one administers, or one of them everywhere. */
export function ThemeMenu() {
  const { t } = useI18n();
  const preference = useThemePreference();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={t("shell.theme")}
        title={t("shell.theme")}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Contrast size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {THEME_CHOICES.map(({ value, label }) => (
          <MenuItem
            key={value}
            role="menuitemradio"
            aria-checked={preference === value}
            onClick={() => {
              rememberPreference(value);
              setAnchor(null);
            }}
            sx={{ gap: 1 }}
          >
            <Check size={14} aria-hidden style={{ visibility: preference === value ? "visible" : "hidden" }} />
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
