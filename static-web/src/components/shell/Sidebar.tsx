"use client";

import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Brand } from "@/components/shell/Brand";
import { groupsFor, homeOf, menusFor } from "@/components/shell/Menus";
import { ProfileLink } from "@/components/shell/ProfileLink";
import { SidebarGroup } from "@/components/shell/SidebarGroup";
import { SidebarItem } from "@/components/shell/SidebarItem";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { sizes } from "@/core/themes/Tokens";

interface Props {
  readonly me: Me | undefined;
  readonly folded: boolean;
  readonly onFold: () => void;
}

export function Sidebar({ me, folded, onFold }: Props) {
  const { t } = useI18n();
  const page = usePathname().replace(/\.html$/, "");
  const foldLabel = folded ? t("shell.expand") : t("shell.collapse");
  return (
    <Box
      component="nav"
      aria-label={t("shell.navigation")}
      sx={{
        width: folded ? sizes.rail : sizes.sidebar,
        flexShrink: 0,
        display: "flex",
        flexDirection: "column",
        bgcolor: "background.paper",
        borderRight: 1,
        borderColor: "divider",
      }}
    >
      <Box
        component={Link}
        href={me ? homeOf(me) : "/"}
        prefetch={false}
        aria-label="imagini"
        sx={{
          height: sizes.topBar,
          px: folded ? 2.25 : 2,
          display: "flex",
          alignItems: "center",
          color: "text.primary",
          textDecoration: "none",
        }}
      >
        <Brand compact={folded} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: "auto", p: 1, display: "grid", alignContent: "start", gap: 0.25 }}>
        {menusFor(me?.menus ?? []).map(({ id, href, label, icon: Icon }) => (
          <SidebarItem
            key={id}
            href={href}
            label={t(label)}
            icon={<Icon size={16} aria-hidden />}
            current={page === href}
            folded={folded}
          />
        ))}
        {groupsFor(me?.menus ?? []).map((group) => (
          <SidebarGroup key={group.id} group={group} page={page} folded={folded} />
        ))}
      </Box>
      <Box sx={{ px: 1, pb: 0.5 }}>
        <IconButton onClick={onFold} aria-label={foldLabel} title={foldLabel} aria-pressed={folded}>
          {folded ? <PanelLeftOpen size={16} aria-hidden /> : <PanelLeftClose size={16} aria-hidden />}
        </IconButton>
      </Box>
      <Box sx={{ borderTop: 1, borderColor: "divider" }}>
        <ProfileLink me={me} folded={folded} />
      </Box>
    </Box>
  );
}
