"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { FormProblem } from "@/components/basics/FormProblem";
import { MicrosoftMark } from "@/components/accounts/MicrosoftMark";
import { Section } from "@/components/basics/Section";
import { useArrivalProblem } from "@/core/accounts/UseArrivalProblem";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Identity, Onward } from "@/core/api/Types";
import { useIdentities, useSignInOptions } from "@/core/api/UseApi";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

/** The Microsoft accounts that open this one; shown where Microsoft is set up, or one is linked. */
export function MicrosoftSection() {
  const { t } = useI18n();
  const { data: options } = useSignInOptions();
  const { data: identities, mutate } = useIdentities();
  const arrival = useArrivalProblem();
  const { run, busy, error } = useSubmit();
  if (!identities || (identities.length === 0 && !options?.microsoft)) return null;

  const link = () =>
    run(async () => {
      const { address } = await ApiService.instance.post<Onward>(paths.linkMicrosoft);
      window.location.assign(address);
    });
  const unlink = (id: string) =>
    run(async () => {
      await ApiService.instance.delete(paths.identity(id));
      await mutate();
    });
  return (
    <Section
      title={t("profile.microsoft")}
      help={t("profile.microsoftHelp")}
      action={
        options?.microsoft ? (
          <Button variant="outlined" disabled={busy} startIcon={<MicrosoftMark />} onClick={() => void link()}>
            {t("profile.microsoftLink")}
          </Button>
        ) : null
      }
    >
      <FormProblem text={error ? problemText(error, t) : arrival} />
      {identities.map((identity) => (
        <Row key={identity.id} identity={identity} busy={busy} onUnlink={() => void unlink(identity.id)} />
      ))}
    </Section>
  );
}

function Row({ identity, busy, onUnlink }: { identity: Identity; busy: boolean; onUnlink: () => void }) {
  const { t, language } = useI18n();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, py: 1.25, borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 500, overflowWrap: "anywhere" }}>
          {identity.shown_as}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {t("profile.microsoftSince", { time: formatInstant(identity.linked_at, language) })}
        </Typography>
      </Box>
      <Button
        variant="outlined"
        disabled={busy}
        onClick={onUnlink}
        aria-label={t("profile.microsoftUnlinkOf", { name: identity.shown_as })}
      >
        {t("profile.microsoftUnlink")}
      </Button>
    </Box>
  );
}
