"use client";

import ButtonBase from "@mui/material/ButtonBase";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Link from "next/link";
import { useState } from "react";
import { Initials } from "@/components/shell/Initials";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** The initials in the top bar: profile and sign out. */
export function AccountMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useI18n();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <ButtonBase
        aria-label={t("shell.account", {
          initials: me.user.initials,
          name: `${me.user.first_name} ${me.user.last_name}`,
        })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        data-testid="account-menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderRadius: "50%" }}
      >
        <Initials initials={me.user.initials} />
      </ButtonBase>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={close}>
        <MenuItem component={Link} href="/profile" onClick={close}>
          {t("shell.profile")}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            onHelp();
          }}
        >
          {t("shell.help")}
        </MenuItem>
        <MenuItem onClick={signOut}>{t("shell.signOut")}</MenuItem>
      </Menu>
    </>
  );
}

/** A full page load, so that nothing of the session stays in memory. */
async function signOut(): Promise<void> {
  await ApiService.instance.post(paths.signOut).catch(() => undefined);
  window.location.assign("/auth/signin");
}
