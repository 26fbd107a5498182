"use client";

import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/basics/PageTitle";
import { Brand } from "@/components/shell/Brand";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly title: string;
  /** What follows the title at once; a tagline under the mark where there is none. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** The room in front of the door: one card, the languages, and what imagini is not for. */
export function AuthFrame({ title, lead, children }: Props) {
  const { t } = useI18n();
  return (
    <Box sx={{ minHeight: "100dvh", display: "flex", flexDirection: "column" }}>
      <PageTitle title={title} />
      <Box component="header" sx={{ display: "flex", justifyContent: "flex-end", p: 2 }}>
        <LanguageSwitch full />
      </Box>
      <Box
        component="main"
        sx={{ flex: 1, display: "grid", placeContent: "center", gap: 3, p: 2, gridTemplateColumns: "minmax(0, 400px)" }}
      >
        <Box sx={{ display: "grid", gap: 1 }}>
          <Brand size={28} />
          <Typography color="textSecondary">{t("signIn.tagline")}</Typography>
        </Box>
        <Paper variant="outlined" sx={{ p: 3, display: "grid", gap: 2 }}>
          <Box sx={{ display: "grid", gap: 0.5 }}>
            <Typography variant="h1" sx={{ overflowWrap: "anywhere" }}>
              {title}
            </Typography>
            {lead && <Typography color="textSecondary">{lead}</Typography>}
          </Box>
          {children}
        </Paper>
        <Typography role="note" variant="caption" color="textSecondary" data-testid="intended-use">
          {t("signIn.notice")}
        </Typography>
      </Box>
      <Box aria-hidden sx={{ height: 60 }} />
    </Box>
  );
}
