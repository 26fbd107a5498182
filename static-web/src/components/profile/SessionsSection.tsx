"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import { FormProblem } from "@/components/basics/FormProblem";
import { Problem } from "@/components/basics/Problem";
import { Section } from "@/components/basics/Section";
import { SessionRow } from "@/components/profile/SessionRow";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useSessions } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

/** The browsers in which somebody is signed in; each can be signed out from here. */
export function SessionsSection() {
  const { t } = useI18n();
  const { data: sessions, error: missing, mutate } = useSessions();
  const { run, busy, error } = useSubmit();
  const end = (path: string) =>
    run(async () => {
      await ApiService.instance.delete(path);
      await mutate();
    });
  return (
    <Section
      title={t("profile.sessions")}
      help={t("profile.sessionsHelp")}
      action={
        sessions && sessions.length > 1 ? (
          <Button variant="outlined" disabled={busy} onClick={() => void end(paths.mySessions)}>
            {t("profile.endOthers")}
          </Button>
        ) : null
      }
    >
      <FormProblem text={error ? problemText(error, t) : null} />
      {missing && <Problem error={missing} onRetry={() => void mutate()} />}
      {!sessions && !missing && <Skeleton height={56} />}
      {sessions && (
        <Box component="ul" data-testid="sessions" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={busy}
              onEnd={() => void end(paths.mySession(session.id))}
            />
          ))}
        </Box>
      )}
    </Section>
  );
}
