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
  readonly label?: string;
  readonly autoFocus?: boolean;
  /** One that is being chosen, not one that is known. */
  readonly fresh?: boolean;
}

export function PasswordField({ value, onChange, problem, label: name, autoFocus, fresh = false }: Props) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  const label = shown ? t("signIn.hidePassword") : t("signIn.showPassword");
  return (
    <Field
      label={name ?? t("signIn.password")}
      required
      autoFocus={autoFocus}
      type={shown ? "text" : "password"}
      autoComplete={fresh ? "new-password" : "current-password"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problem={problem}
      inputProps={{ spellCheck: false, autoCapitalize: "none" }}
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
