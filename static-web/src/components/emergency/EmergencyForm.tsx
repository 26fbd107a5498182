"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { EmergencyTerms } from "@/components/emergency/EmergencyTerms";
import { card } from "@/components/emergency/Card";
import { SHORTEST_REASON, useEmergencyForm } from "@/components/emergency/UseEmergencyForm";
import { Field } from "@/components/basics/Field";
import { Problem } from "@/components/basics/Problem";
import { OrganizationField } from "@/components/users/OrganizationField";
import { useI18n } from "@/core/i18n/I18n";

/** Which organization, and why; what happens stands above the button that does it. */
export function EmergencyForm() {
  const { t } = useI18n();
  const form = useEmergencyForm();
  const typed = form.reason.trim().length;
  const count = typed < SHORTEST_REASON ? ` ${t("emergency.reasonCount", { count: typed })}` : "";
  return (
    <Box
      component="form"
      noValidate
      aria-label={t("emergency.title")}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
      sx={card}
    >
      <EmergencyTerms />
      <OrganizationField
        value={form.organization}
        onChoose={form.choose}
        problem={form.problems.organization ? t("emergency.organizationMissing") : null}
      />
      <Field
        label={t("emergency.reason")}
        help={`${t("emergency.reasonHelp")}${count}`}
        required
        multiline
        minRows={3}
        value={form.reason}
        onChange={(event) => form.write(event.target.value)}
        inputProps={{ maxLength: 1000 }}
        problem={form.problems.reason ? t("emergency.reasonShort") : null}
      />
      {form.error ? <Problem error={form.error} /> : null}
      <Box>
        <Button type="submit" variant="contained" disabled={form.busy}>
          {t("emergency.open")}
        </Button>
      </Box>
    </Box>
  );
}
