"use client";

import { RuleList } from "@/components/basics/RuleList";
import { useI18n } from "@/core/i18n/I18n";
import { judgeName } from "@/core/organizations/NameRules";

export function NameRules({ name }: { name: string }) {
  const { t } = useI18n();
  const verdict = judgeName(name);
  return (
    <RuleList
      label={t("organizations.rules")}
      testid="name-rules"
      rules={[
        ["organizations.ruleLength", verdict.long],
        ["organizations.ruleLetters", verdict.letters],
        ["organizations.ruleDigit", verdict.digit],
        ["organizations.ruleUnderscore", verdict.underscore],
      ]}
    />
  );
}
