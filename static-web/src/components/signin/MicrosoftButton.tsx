"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import { MicrosoftMark } from "@/components/accounts/MicrosoftMark";
import { paths, safeReturnPath } from "@/core/api/Paths";
import { useSignInOptions } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The other way in, where the platform has been registered with Microsoft. */
export function MicrosoftButton() {
  const { t } = useI18n();
  const { data } = useSignInOptions();
  if (!data?.microsoft) return null;
  const go = () => {
    const next = safeReturnPath(new URLSearchParams(window.location.search).get("next"), "/");
    window.location.assign(paths.microsoft(next));
  };
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Divider>{t("signIn.or")}</Divider>
      <Button variant="outlined" onClick={go} startIcon={<MicrosoftMark />} sx={{ minHeight: 40 }}>
        {t("signIn.microsoft")}
      </Button>
    </Box>
  );
}
