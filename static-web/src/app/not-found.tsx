"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { PageTitle } from "@/components/basics/PageTitle";
import { useI18n } from "@/core/i18n/I18n";

export default function NotFoundPage() {
  const { t } = useI18n();
  return (
    <Box
      component="main"
      sx={{ minHeight: "100dvh", display: "grid", placeContent: "center", justifyItems: "start", gap: 1.5, p: 3 }}
    >
      <PageTitle title={t("notFound.title")} />
      <Typography variant="h1">{t("notFound.title")}</Typography>
      <Typography color="text.secondary">{t("notFound.text")}</Typography>
      <Button component={Link} href="/" variant="contained">
        {t("notFound.back")}
      </Button>
    </Box>
  );
}
