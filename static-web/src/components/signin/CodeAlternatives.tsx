"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly recovery: boolean;
  readonly onRecovery: (recovery: boolean) => void;
  readonly onBack: () => void;
}

/** What one can do instead of giving the code that is asked for. */
export function CodeAlternatives({ recovery, onRecovery, onBack }: Props) {
  const { t } = useI18n();
  return (
    <Box sx={{ display: "flex", justifyContent: "space-between", gap: 1, flexWrap: "wrap", mx: -1.5, mb: -1 }}>
      <Button onClick={() => onRecovery(!recovery)}>{t(recovery ? "signIn.useApp" : "signIn.useRecovery")}</Button>
      <Button onClick={onBack}>{t("signIn.otherAccount")}</Button>
    </Box>
  );
}
