"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Section } from "@/components/basics/Section";
import { ThemeChoice } from "@/components/profile/ThemeChoice";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { useI18n } from "@/core/i18n/I18n";

export function PreferencesSection() {
  const { t } = useI18n();
  return (
    <Section title={t("profile.preferences")}>
      <Box sx={{ display: "grid", gap: 2.5, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
        <Box>
          <Typography variant="body2" sx={{ fontWeight: 500 }}>
            {t("profile.language")}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="p" sx={{ mb: 0.5 }}>
            {t("profile.languageHelp")}
          </Typography>
          <LanguageSwitch full />
        </Box>
        <ThemeChoice />
      </Box>
    </Section>
  );
}
