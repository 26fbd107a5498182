"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import { FormProblem } from "@/components/basics/FormProblem";
import { MicrosoftMark } from "@/components/accounts/MicrosoftMark";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Onward } from "@/core/api/Types";
import { useSignInOptions } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

/** An account without a password: the one at work, where the platform has been registered with Microsoft. */
export function MicrosoftJoin({ token }: { token: string }) {
  const { t } = useI18n();
  const { data } = useSignInOptions();
  const { run, busy, error } = useSubmit();
  if (!data?.microsoft) return null;
  const go = () =>
    run(async () => {
      const { address } = await ApiService.instance.post<Onward>(
        paths.joinWithMicrosoft(token),
        {},
        { anonymous: true },
      );
      window.location.assign(address);
    });
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Divider>{t("signIn.or")}</Divider>
      <FormProblem text={error ? problemText(error, t) : null} />
      <Button
        variant="outlined"
        disabled={busy}
        onClick={() => void go()}
        startIcon={<MicrosoftMark />}
        sx={{ minHeight: 40 }}
      >
        {t("invitation.microsoft")}
      </Button>
    </Box>
  );
}
