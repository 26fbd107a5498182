"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import type { RefObject } from "react";
import { AccountMenu } from "@/components/shell/AccountMenu";
import { LanguageSwitch } from "@/components/shell/LanguageSwitch";
import { OrganizationSwitch } from "@/components/shell/OrganizationSwitch";
import { PatientSearch } from "@/components/shell/PatientSearch";
import { ThemeMenu } from "@/components/shell/ThemeMenu";
import type { Me } from "@/core/api/Types";
import { sizes } from "@/core/themes/Tokens";

interface Props {
  readonly me: Me | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
}

export function TopBar({ me, searchRef, onHelp }: Props) {
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
      {me && <OrganizationSwitch me={me} />}
      <LanguageSwitch />
      <ThemeMenu />
      {me ? <AccountMenu me={me} onHelp={onHelp} /> : <Skeleton variant="circular" width={28} height={28} />}
    </Box>
  );
}
