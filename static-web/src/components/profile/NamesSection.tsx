"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useSWRConfig } from "swr";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { ProfileFacts } from "@/components/profile/ProfileFacts";
import { Section } from "@/components/basics/Section";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

/** The two names, which one may change, and what only administrators may. */
export function NamesSection({ me }: { me: Me }) {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const [first, setFirst] = useState(me.user.first_name);
  const [last, setLast] = useState(me.user.last_name);
  const [saved, setSaved] = useState(false);
  const { run, busy, error } = useSubmit();
  const complete = Boolean(first.trim() && last.trim());
  const changed = first.trim() !== me.user.first_name || last.trim() !== me.user.last_name;
  const type = (set: (value: string) => void) => (value: string) => {
    set(value);
    setSaved(false);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete || !changed) return;
    void run(async () => {
      const names = { first_name: first.trim(), last_name: last.trim() };
      await mutate(paths.me, await ApiService.instance.patch<Me>(paths.me, names), { revalidate: false });
      setSaved(true);
    });
  };

  return (
    <Section title={t("profile.you")}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" }, alignItems: "start" }}>
          <Field
            label={t("accounts.firstName")}
            required
            autoComplete="given-name"
            value={first}
            onChange={(event) => type(setFirst)(event.target.value)}
            problem={first.trim() ? null : t("accounts.firstNameMissing")}
          />
          <Field
            label={t("accounts.lastName")}
            required
            autoComplete="family-name"
            value={last}
            onChange={(event) => type(setLast)(event.target.value)}
            problem={last.trim() ? null : t("accounts.lastNameMissing")}
          />
        </Box>
        <FormProblem text={error ? problemText(error, t) : null} />
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
          <Button type="submit" variant="contained" disabled={busy || !complete || !changed}>
            {t("profile.saveNames")}
          </Button>
          <Typography role="status" variant="body2" color="textSecondary">
            {saved ? t("common.saved") : ""}
          </Typography>
        </Box>
        <ProfileFacts me={me} />
      </Box>
    </Section>
  );
}
