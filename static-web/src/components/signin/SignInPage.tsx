"use client";

import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { PageTitle } from "@/components/basics/PageTitle";
import { Brand } from "@/components/shell/Brand";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { SignInForm } from "@/components/signin/SignInForm";
import { useI18n } from "@/core/i18n/I18n";

export function SignInPage() {
  const { t } = useI18n();
  return (
    <Box sx={{ minHeight: "100dvh", display: "flex", flexDirection: "column" }}>
      <PageTitle title={t("signIn.title")} />
      <Box component="header" sx={{ display: "flex", justifyContent: "flex-end", p: 2 }}>
        <LanguageSwitch full />
      </Box>
      <Box
        component="main"
        sx={{ flex: 1, display: "grid", placeContent: "center", gap: 3, p: 2, gridTemplateColumns: "minmax(0, 384px)" }}
      >
        <Box sx={{ display: "grid", gap: 1 }}>
          <Brand size={28} />
          <Typography color="textSecondary">{t("signIn.tagline")}</Typography>
        </Box>
        <Paper variant="outlined" sx={{ p: 3, display: "grid", gap: 2 }}>
          <Typography variant="h1">{t("signIn.title")}</Typography>
          <SignInForm />
        </Paper>
        <Typography role="note" variant="caption" color="textSecondary" data-testid="intended-use">
          {t("signIn.notice")}
        </Typography>
      </Box>
      <Box aria-hidden sx={{ height: 60 }} />
    </Box>
  );
}
