"use client";

import Box from "@mui/material/Box";
import { Check, Circle } from "lucide-react";
import type { PasswordVerdict } from "@/core/accounts/PasswordRules";
import { useI18n } from "@/core/i18n/I18n";

/** What a password needs, each line ticked as soon as it is so. */
export function PasswordRules({ verdict }: { verdict: PasswordVerdict }) {
  const { t } = useI18n();
  const rules = [
    ["accounts.ruleLength", verdict.long],
    ["accounts.ruleCommon", verdict.uncommon],
    ["accounts.ruleOwn", verdict.notOwn],
  ] as const;
  return (
    <Box
      component="ul"
      aria-label={t("accounts.rules")}
      data-testid="password-rules"
      sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 0.25, fontSize: 12 }}
    >
      {rules.map(([text, kept]) => (
        <Box
          key={text}
          component="li"
          data-kept={kept}
          sx={{ display: "flex", gap: 1, alignItems: "baseline", color: kept ? "text.primary" : "text.secondary" }}
        >
          <Box
            component={kept ? Check : Circle}
            size={12}
            role="img"
            aria-label={t(kept ? "accounts.ruleKept" : "accounts.ruleOpen")}
            sx={{ flexShrink: 0, position: "relative", top: 2, color: kept ? "primary.main" : "text.secondary" }}
          />
          <span>{t(text)}</span>
        </Box>
      ))}
    </Box>
  );
}
