"use client";

import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useI18n } from "@/core/i18n/I18n";
import { THEME_CHOICES } from "@/core/themes/ThemeChoices";
import { rememberPreference, type ThemePreference } from "@/core/themes/ThemeStore";
import { useThemePreference } from "@/core/themes/UseThemePreference";

export function ThemeChoice() {
  const { t } = useI18n();
  const preference = useThemePreference();
  return (
    <FormControl>
      <Typography id="theme-choice" variant="body2" sx={{ fontWeight: 500 }}>
        {t("profile.theme")}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t("profile.themeHelp")}
      </Typography>
      <RadioGroup
        aria-labelledby="theme-choice"
        value={preference}
        onChange={(_, value) => rememberPreference(value as ThemePreference)}
      >
        {THEME_CHOICES.map(({ value, label }) => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio size="small" sx={{ py: 0.5 }} />}
            label={t(label)}
            slotProps={{ typography: { variant: "body2" } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
