"use client";

import { Field } from "@/components/basics/Field";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | null;
  readonly autoFocus?: boolean;
  /** A recovery code: letters and digits in groups, from paper. */
  readonly recovery?: boolean;
  /** Either of the two will do. */
  readonly either?: boolean;
}

/** Six digits of an authenticator app, or a recovery code. */
export function CodeField({ value, onChange, problem, autoFocus, recovery = false, either = false }: Props) {
  const { t } = useI18n();
  return (
    <Field
      label={recovery ? t("signIn.recoveryCode") : either ? t("signIn.codeEither") : t("signIn.code")}
      required
      autoFocus={autoFocus}
      autoComplete={recovery ? "off" : "one-time-code"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problem={problem}
      placeholder={recovery ? "xxxx-xxxx-xxxx-xxxx" : "000000"}
      inputProps={{
        inputMode: recovery || either ? "text" : "numeric",
        spellCheck: false,
        autoCapitalize: "none",
        maxLength: 32,
      }}
      sx={{ "& input": { fontFamily: "var(--font-mono)", letterSpacing: "0.12em" } }}
    />
  );
}
