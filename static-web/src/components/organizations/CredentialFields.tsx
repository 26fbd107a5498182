"use client";

import Typography from "@mui/material/Typography";
import { Field } from "@/components/basics/Field";
import { SecretField } from "@/components/organizations/SecretField";
import type { SourceFieldsProps } from "@/components/organizations/SourceFieldsProps";
import { useI18n } from "@/core/i18n/I18n";

const SECRET = { basic: "source.password", bearer: "source.token", oauth: "source.clientSecret" } as const;

/** What the chosen kind of credentials needs. */
export function CredentialFields({ draft, keeps, problems, onChange }: SourceFieldsProps) {
  const { t } = useI18n();
  const { auth } = draft;
  const problem = (field: keyof typeof problems) => (problems[field] ? t(problems[field]) : null);
  const text = (field: "username" | "tokenUrl" | "clientId" | "scope") => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
    problem: field === "scope" ? null : problem(field),
    autoComplete: "off",
    inputProps: { spellCheck: false },
  });
  if (auth === "none") return null;
  if (auth === "managed_identity") {
    return (
      <Typography variant="body2" color="textSecondary">
        {t("source.identityHelp")}
      </Typography>
    );
  }
  return (
    <>
      {auth === "basic" && <Field label={t("source.username")} required {...text("username")} />}
      {auth === "oauth" && (
        <>
          <Field label={t("source.tokenUrl")} help={t("source.tokenUrlHelp")} required {...text("tokenUrl")} />
          <Field label={t("source.clientId")} required {...text("clientId")} />
          <Field label={t("source.scope")} help={t("source.scopeHelp")} {...text("scope")} />
        </>
      )}
      <SecretField
        key={auth}
        label={t(SECRET[auth])}
        kept={keeps ? t(`source.kept.${auth}`) : null}
        value={draft.secret}
        onType={(secret) => onChange({ secret })}
        problem={problem("secret")}
      />
    </>
  );
}
