"use client";

import { RuleList } from "@/components/basics/RuleList";
import type { PasswordVerdict } from "@/core/accounts/PasswordRules";
import { useI18n } from "@/core/i18n/I18n";

export function PasswordRules({ verdict }: { verdict: PasswordVerdict }) {
  const { t } = useI18n();
  return (
    <RuleList
      label={t("accounts.rules")}
      testid="password-rules"
      rules={[
        ["accounts.ruleLength", verdict.long],
        ["accounts.ruleCommon", verdict.uncommon],
        ["accounts.ruleOwn", verdict.notOwn],
      ]}
    />
  );
}
