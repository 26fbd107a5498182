"use client";

import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { LANGUAGES } from "@/core/i18n/Languages";
import { useI18n } from "@/core/i18n/I18n";
import { useChooseLanguage } from "@/core/i18n/UseChooseLanguage";

/** EN | ES; with the names written out where there is room (sign-in, profile). */
export function LanguageSwitch({ full = false }: { full?: boolean }) {
  const { language, t } = useI18n();
  const choose = useChooseLanguage();
  return (
    <Box role="group" aria-label={t("shell.language")} sx={{ display: "flex", alignItems: "center", gap: 0.25 }}>
      {LANGUAGES.map(({ code, name }) => (
        <ButtonBase
          key={code}
          lang={code}
          onClick={() => choose(code)}
          aria-pressed={language === code}
          title={full ? undefined : name}
          sx={{
            px: 1,
            height: 28,
            borderRadius: 0.75,
            fontSize: 12,
            fontWeight: 500,
            color: language === code ? "text.primary" : "text.secondary",
            bgcolor: language === code ? "raised" : "transparent",
            "&:hover": { color: "text.primary" },
          }}
        >
          {full ? name : code.toUpperCase()}
        </ButtonBase>
      ))}
    </Box>
  );
}
