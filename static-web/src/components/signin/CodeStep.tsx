"use client";

import Typography from "@mui/material/Typography";
import { CodeField } from "@/components/accounts/CodeField";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly email: string;
  /** One of the codes on paper, instead of the app's. */
  readonly recovery: boolean;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly problem: string | null;
}

/** The second step: a code of the app, or one of those on paper. */
export function CodeStep({ email, recovery, code, onCode, problem }: Props) {
  const { t } = useI18n();
  return (
    <>
      <Typography variant="body2" color="textSecondary" role="status" sx={{ overflowWrap: "anywhere" }}>
        {t(recovery ? "signIn.recoveryHelp" : "signIn.codeHelp", { email })}
      </Typography>
      <CodeField
        key={String(recovery)}
        recovery={recovery}
        autoFocus
        value={code}
        onChange={onCode}
        problem={problem}
      />
    </>
  );
}
