"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { Building2 } from "lucide-react";
import type { RefObject } from "react";
import { Cut } from "@/components/basics/Cut";
import { AccountMenu } from "@/components/shell/AccountMenu";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { PatientSearch } from "@/components/shell/PatientSearch";
import { ThemeMenu } from "@/components/shell/ThemeMenu";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { sizes } from "@/core/themes/Tokens";

interface Props {
  readonly me: Me | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
}

export function TopBar({ me, searchRef, onHelp }: Props) {
  const { t } = useI18n();
  return (
    <Box
      component="header"
      sx={{
        height: sizes.topBar,
        flexShrink: 0,
        px: 2,
        display: "flex",
        alignItems: "center",
        gap: 1.5,
        bgcolor: "background.paper",
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      {me && !me.menus.includes("dashboard") ? <Box sx={{ flex: 1 }} /> : <PatientSearch fieldRef={searchRef} />}
      {me?.organization && (
        <Typography
          variant="body2"
          color="textSecondary"
          aria-label={t("shell.organization")}
          data-testid="organization"
          component="div"
          sx={{ display: "flex", alignItems: "center", gap: 0.75, maxWidth: 220, minWidth: 0 }}
        >
          <Building2 size={14} aria-hidden style={{ flexShrink: 0 }} />
          <Cut>{me.organization.display_name}</Cut>
        </Typography>
      )}
      <LanguageSwitch />
      <ThemeMenu />
      {me ? <AccountMenu me={me} onHelp={onHelp} /> : <Skeleton variant="circular" width={28} height={28} />}
    </Box>
  );
}
