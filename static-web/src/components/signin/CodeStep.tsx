"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { CodeField } from "@/components/accounts/CodeField";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly email: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
  readonly problem: string | null;
}

/** The second step: a code of the app, or one of those on paper. */
export function CodeStep({ email, code, onCode, onBack, problem }: Props) {
  const { t } = useI18n();
  const [onPaper, setOnPaper] = useState(false);
  return (
    <>
      <Typography variant="body2" color="textSecondary" role="status">
        {t(onPaper ? "signIn.recoveryHelp" : "signIn.codeHelp", { email })}
      </Typography>
      <CodeField key={String(onPaper)} recovery={onPaper} autoFocus value={code} onChange={onCode} problem={problem} />
      <Box sx={{ display: "flex", justifyContent: "space-between", gap: 1, flexWrap: "wrap", mx: -1 }}>
        <Button
          onClick={() => {
            setOnPaper(!onPaper);
            onCode("");
          }}
        >
          {t(onPaper ? "signIn.useApp" : "signIn.useRecovery")}
        </Button>
        <Button onClick={onBack}>{t("signIn.otherAccount")}</Button>
      </Box>
    </>
  );
}
