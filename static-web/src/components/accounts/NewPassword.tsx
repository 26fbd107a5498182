"use client";

import Box from "@mui/material/Box";
import { PasswordRules } from "@/components/accounts/PasswordRules";
import { PasswordField } from "@/components/signin/PasswordField";
import { judgePassword } from "@/core/accounts/PasswordRules";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The person's e-mail address and names: no password is made of them. */
  readonly own: readonly string[];
  readonly problem: string | null;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A password that is being chosen, with its rules ticking below. */
export function NewPassword({ value, onChange, own, problem, label, autoFocus }: Props) {
  const { t } = useI18n();
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <PasswordField
        fresh
        label={label ?? t("accounts.newPassword")}
        value={value}
        onChange={onChange}
        problem={problem}
        autoFocus={autoFocus}
      />
      <PasswordRules verdict={judgePassword(value, own)} />
    </Box>
  );
}
