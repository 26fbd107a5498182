"use client";

import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { Field } from "@/components/basics/Field";
import { SettingsForm } from "@/components/organizations/SettingsForm";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSettings } from "@/core/organizations/UseSettings";

const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an organization asks of those who sign in. */
export function SignInSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const id = useId();
  const settings = useSettings(organization.name);
  const [required, setRequired] = useState(organization.second_factor_required);
  const [tenants, setTenants] = useState(organization.allowed_tenants.join("\n"));
  const [tried, setTried] = useState(false);
  const allowed = tenants.split(/[\s,;]+/).filter(Boolean);
  const isRight = allowed.every((tenant) => TENANT.test(tenant));
  const save = () => {
    setTried(true);
    if (isRight) settings.save({ second_factor_required: required, allowed_tenants: allowed });
  };
  return (
    <SettingsForm
      title={t("settings.signIn")}
      settings={settings}
      besideFields={[]}
      button={t("settings.saveSignIn")}
      onSave={save}
    >
      <Box>
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={required}
              slotProps={{ input: { "aria-describedby": id } }}
              onChange={(_, on) => {
                setRequired(on);
                settings.touch();
              }}
            />
          }
          label={t("settings.secondFactor")}
          slotProps={{ typography: { variant: "body2", sx: { fontWeight: 500, ml: 0.5 } } }}
          sx={{ ml: -0.5 }}
        />
        <Typography id={id} variant="caption" color="textSecondary" component="p">
          {t("settings.secondFactorHelp")}
        </Typography>
      </Box>
      <Field
        label={t("settings.tenants")}
        help={t("settings.tenantsHelp")}
        multiline
        minRows={2}
        maxRows={8}
        value={tenants}
        onChange={(event) => {
          setTenants(event.target.value);
          settings.touch();
        }}
        problem={tried && !isRight ? t("settings.tenantsWrong") : null}
        inputProps={{ spellCheck: false, style: { fontFamily: "var(--font-mono)", fontSize: 13 } }}
      />
    </SettingsForm>
  );
}
