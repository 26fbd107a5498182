"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { PageTitle } from "@/components/basics/PageTitle";
import { ProfileFacts } from "@/components/profile/ProfileFacts";
import { ThemeChoice } from "@/components/profile/ThemeChoice";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Who the reader is, and how the product should look and speak. */
export function ProfilePage() {
  const { t } = useI18n();
  const { data: me } = useMe();
  return (
    <Box sx={{ width: "100%", maxWidth: 640, display: "grid", gap: 3 }}>
      <PageTitle title={t("profile.title")} />
      <Typography variant="h1">{t("profile.title")}</Typography>
      {me ? <ProfileFacts me={me} /> : <Skeleton height={160} />}
      <Box component="section" aria-labelledby="preferences" sx={{ display: "grid", gap: 2 }}>
        <Typography id="preferences" variant="h2" component="h2">
          {t("profile.preferences")}
        </Typography>
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
    </Box>
  );
}
