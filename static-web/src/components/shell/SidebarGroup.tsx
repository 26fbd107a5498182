"use client";

import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Divider from "@mui/material/Divider";
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import type { MenuGroup } from "@/components/shell/Menus";
import { SidebarItem } from "@/components/shell/SidebarItem";
import { useI18n } from "@/core/i18n/I18n";
import { useStored } from "@/core/UseStored";

interface Props {
  readonly group: MenuGroup;
  readonly page: string;
  readonly folded: boolean;
}

/** A group of pages that opens and closes; in the folded sidebar its icons under a line. */
export function SidebarGroup({ group, page, folded }: Props) {
  const { t } = useI18n();
  const id = useId();
  const [stored, store] = useStored(`menu.${group.id}`);
  const open = folded || stored !== "closed";
  return (
    <Box sx={{ display: "grid", gap: 0.25, mt: folded ? 0 : 1 }}>
      {folded ? (
        <Divider sx={{ my: 0.75 }} />
      ) : (
        <Disclosure {...{ id, open }} label={t(group.label)} onToggle={store} />
      )}
      <Box
        id={id}
        role="group"
        aria-label={t(group.label)}
        hidden={!open}
        sx={{ display: open ? "grid" : "none", gap: 0.25 }}
      >
        {group.menus.map(({ id: menu, href, label, icon: Icon }) => (
          <SidebarItem
            key={menu}
            href={href}
            label={t(label)}
            icon={<Icon size={16} aria-hidden />}
            current={page === href || page.startsWith(`${href}/`)}
            folded={folded}
            prefetch={false}
          />
        ))}
      </Box>
    </Box>
  );
}

interface DisclosureProps {
  readonly id: string;
  readonly open: boolean;
  readonly label: string;
  readonly onToggle: (stored: string | null) => void;
}

function Disclosure({ id, open, label, onToggle }: DisclosureProps) {
  return (
    <ButtonBase
      aria-expanded={open}
      aria-controls={id}
      onClick={() => onToggle(open ? "closed" : null)}
      sx={{
        height: 32,
        px: 1.25,
        borderRadius: 0.75,
        justifyContent: "space-between",
        fontSize: 12,
        fontWeight: 600,
        color: "text.secondary",
        "&:hover": { color: "text.primary" },
      }}
    >
      {label}
      <ChevronDown size={14} aria-hidden style={{ transform: open ? "none" : "rotate(-90deg)" }} />
    </ButtonBase>
  );
}
