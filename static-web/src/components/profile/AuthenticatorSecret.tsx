"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Mono } from "@/components/basics/Mono";
import { CopyButton } from "@/components/basics/CopyButton";
import { QrCode } from "@/components/profile/QrCode";
import type { SecondFactorSetup } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** What an authenticator app needs: to be scanned, or to be typed. */
export function AuthenticatorSecret({ setup }: { setup: SecondFactorSetup }) {
  const { t } = useI18n();
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t("profile.factorScan")}
      </Typography>
      <Box sx={{ display: "flex", gap: 2.5, alignItems: "center", flexWrap: "wrap" }}>
        <QrCode text={setup.address} label={t("profile.factorQr")} />
        <Box sx={{ flex: 1, minWidth: 150, display: "grid", gap: 0.5, justifyItems: "start" }}>
          <Typography variant="caption" color="textSecondary">
            {t("profile.factorType")}
          </Typography>
          <Typography component="div" variant="body2" data-testid="totp-secret" sx={{ overflowWrap: "anywhere" }}>
            <Mono>{setup.secret.match(/.{1,4}/g)?.join(" ")}</Mono>
          </Typography>
          <CopyButton text={setup.secret} />
        </Box>
      </Box>
    </>
  );
}
