"use client";

import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { AuthFrame } from "@/components/accounts/AuthFrame";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly signedInAs: string;
  readonly invited: string;
  readonly token: string;
}

/** The invitation is for somebody else than who is signed in here. */
export function OtherAccount({ signedInAs, invited, token }: Props) {
  const { t } = useI18n();
  const signOut = async () => {
    await ApiService.instance.post(paths.signOut).catch(() => undefined);
    window.location.hash = token;
    window.location.reload();
  };
  return (
    <AuthFrame title={t("invitation.other")}>
      <Typography sx={{ overflowWrap: "anywhere" }}>
        {t("invitation.otherText", { invited, current: signedInAs })}
      </Typography>
      <Button variant="contained" onClick={signOut} sx={{ minHeight: 40 }}>
        {t("invitation.signOut")}
      </Button>
      <Button component={Link} href="/">
        {t("invitation.stay")}
      </Button>
    </AuthFrame>
  );
}
