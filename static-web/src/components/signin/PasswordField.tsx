"use client";

import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | null;
}

export function PasswordField({ value, onChange, problem }: Props) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  const label = shown ? t("signIn.hidePassword") : t("signIn.showPassword");
  return (
    <Field
      label={t("signIn.password")}
      required
      type={shown ? "text" : "password"}
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problem={problem}
      endAdornment={
        <InputAdornment position="end">
          <IconButton aria-label={label} title={label} aria-pressed={shown} edge="end" onClick={() => setShown(!shown)}>
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconButton>
        </InputAdornment>
      }
    />
  );
}
