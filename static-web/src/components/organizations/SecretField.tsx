"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly label: string;
  /** What is said of the one that is kept; null: none is. */
  readonly kept: string | null;
  readonly value: string;
  readonly problem: string | null;
  readonly onType: (secret: string) => void;
}

/** A secret that is written, and never read: one that is kept stays until it is replaced. */
export function SecretField({ label, kept, value, problem, onType }: Props) {
  const { t } = useI18n();
  const [replacing, setReplacing] = useState(false);
  if (kept && !replacing) {
    return (
      <Box sx={{ display: "grid", gap: 0.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 500 }}>
          {label}
        </Typography>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, minHeight: 38, flexWrap: "wrap" }}>
          <KeyRound size={15} aria-hidden />
          <Typography variant="body2" data-testid="secret-kept" sx={{ flex: 1 }}>
            {kept}
          </Typography>
          <Button variant="outlined" onClick={() => setReplacing(true)}>
            {t("source.replace")}
          </Button>
        </Box>
      </Box>
    );
  }
  const keep = () => {
    setReplacing(false);
    onType("");
  };
  return (
    <Box sx={{ display: "grid", gap: 0.5, justifyItems: "start", "& > :first-of-type": { width: "100%" } }}>
      <Field
        label={label}
        required
        type="password"
        autoComplete="off"
        autoFocus={replacing}
        value={value}
        onChange={(event) => onType(event.target.value)}
        problem={problem}
        inputProps={{ "data-lpignore": "true", spellCheck: false }}
      />
      {kept && <Button onClick={keep}>{t("source.keep")}</Button>}
    </Box>
  );
}
