"use client";

import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { PasswordDialog } from "@/components/profile/PasswordDialog";
import { Section } from "@/components/basics/Section";
import { paths } from "@/core/api/Paths";
import { useSecondFactor } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

export function PasswordSection({ own }: { own: readonly string[] }) {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const { data: factor } = useSecondFactor();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const end = (changed: boolean) => {
    setOpen(false);
    setDone(changed);
    if (!changed) return;
    void mutate(paths.mySessions);
    void mutate(paths.mySecondFactor); // which says whether there is a password
  };
  const first = factor?.has_password === false; // they sign in with Microsoft
  return (
    <Section
      title={t("profile.password")}
      help={t(first ? "profile.noPassword" : "profile.passwordHelp")}
      action={
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {t(first ? "profile.setPassword" : "profile.changePassword")}
        </Button>
      }
    >
      {done && (
        <Typography role="status" variant="body2">
          {t("profile.passwordChanged")}
        </Typography>
      )}
      {open && <PasswordDialog own={own} first={first} onEnd={end} />}
    </Section>
  );
}
