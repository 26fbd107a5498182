"use client";

import ButtonBase from "@mui/material/ButtonBase";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import { Building2, Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { Cut } from "@/components/basics/Cut";
import { useSwitchOrganization } from "@/components/shell/UseSwitchOrganization";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Where one works at the moment; a menu for who works in several organizations. */
export function OrganizationSwitch({ me }: { me: Me }) {
  const { t } = useI18n();
  const { choose, busy, problem } = useSwitchOrganization();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const here = me.organization;
  const others = me.organizations.filter(({ id }) => id !== here?.id);
  if (!here && others.length === 0) return null;
  const name = here?.display_name ?? t("shell.chooseOrganization");
  const look = {
    display: "flex",
    alignItems: "center",
    gap: 0.75,
    maxWidth: 240,
    minWidth: 0,
    color: "text.secondary",
  };
  if (others.length === 0) {
    return (
      <Typography
        component="div"
        variant="body2"
        aria-label={t("shell.organization")}
        data-testid="organization"
        sx={look}
      >
        <Building2 size={14} aria-hidden style={{ flexShrink: 0 }} />
        <Cut>{name}</Cut>
      </Typography>
    );
  }
  return (
    <>
      <ButtonBase
        aria-label={t("shell.organizationOf", { name })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-busy={busy}
        data-testid="organization"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ...look, height: 32, px: 1, borderRadius: 0.75, fontSize: 13, "&:hover": { color: "text.primary" } }}
      >
        <Building2 size={14} aria-hidden style={{ flexShrink: 0 }} />
        <Cut>{name}</Cut>
        <ChevronDown size={14} aria-hidden style={{ flexShrink: 0 }} />
      </ButtonBase>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {me.organizations.map(({ id, display_name: label }) => (
          <MenuItem
            key={id}
            role="menuitemradio"
            aria-checked={id === here?.id}
            disabled={busy}
            onClick={() => (id === here?.id ? setAnchor(null) : void choose(id))}
            sx={{ gap: 1, maxWidth: 360 }}
          >
            <Check
              size={14}
              aria-hidden
              style={{ flexShrink: 0, visibility: id === here?.id ? "visible" : "hidden" }}
            />
            <Cut>{label}</Cut>
          </MenuItem>
        ))}
        {problem && (
          <Typography component="li" role="alert" variant="body2" color="error" sx={{ px: 2, py: 1, maxWidth: 320 }}>
            {problem}
          </Typography>
        )}
      </Menu>
    </>
  );
}
