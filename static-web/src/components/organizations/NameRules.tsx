"use client";

import Box from "@mui/material/Box";
import { Check, Circle } from "lucide-react";
import { HiddenText } from "@/components/basics/HiddenText";
import { useI18n } from "@/core/i18n/I18n";
import { judgeName } from "@/core/organizations/NameRules";

/** What a name has to be, each line ticked as soon as it is so. */
export function NameRules({ name }: { name: string }) {
  const { t } = useI18n();
  const verdict = judgeName(name);
  const rules = [
    ["organizations.ruleLength", verdict.long],
    ["organizations.ruleLetters", verdict.letters],
    ["organizations.ruleDigit", verdict.digit],
    ["organizations.ruleUnderscore", verdict.underscore],
  ] as const;
  return (
    <Box
      component="ul"
      aria-label={t("organizations.rules")}
      data-testid="name-rules"
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
            aria-hidden
            sx={{ flexShrink: 0, position: "relative", top: 2, color: kept ? "primary.main" : "text.secondary" }}
          />
          <span>
            {t(text)}
            <HiddenText>{t(kept ? "accounts.ruleKept" : "accounts.ruleOpen")}</HiddenText>
          </span>
        </Box>
      ))}
    </Box>
  );
}
