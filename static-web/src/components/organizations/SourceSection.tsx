"use client";

import Box from "@mui/material/Box";
import type { FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { ConnectionCheckPanel } from "@/components/organizations/ConnectionCheckPanel";
import { SourceFields } from "@/components/organizations/SourceFields";
import { SourceGrid } from "@/components/organizations/SourceGrid";
import { Section } from "@/components/basics/Section";
import { SaveRow } from "@/components/organizations/SaveRow";
import { problemText } from "@/core/api/ProblemText";
import type { Organization } from "@/core/api/Types";
import { focusFirstProblem } from "@/core/FocusFirstProblem";
import { useI18n } from "@/core/i18n/I18n";
import { useSource } from "@/core/organizations/UseSource";

/** Where an organization's studies live: saved, and checked while one looks on. */
export function SourceSection({ organization }: { organization: Organization }) {
  const { t } = useI18n();
  const source = useSource(organization);
  const { draft, keeps, problems, change, check, checkIt, save, busy, saved, error } = source;
  const submit = (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    save();
    focusFirstProblem(event.currentTarget);
  };
  return (
    <Section title={t("source.title")} help={t("source.help")}>
      <SourceGrid>
        <Box
          component="form"
          noValidate
          onSubmit={submit}
          aria-label={t("source.title")}
          sx={{ display: "grid", gap: 2, alignContent: "start", minWidth: 0 }}
        >
          <SourceFields draft={draft} keeps={keeps} problems={problems} onChange={change} />
          <FormProblem text={error ? problemText(error, t) : null} />
          <SaveRow
            button={t(draft.type === "pacs" ? "source.save" : "common.save")}
            disabled={busy || check.running}
            saved={saved}
          />
        </Box>
        {draft.type === "pacs" && (
          <ConnectionCheckPanel
            check={check}
            onCheck={checkIt}
            checkedAt={organization.source.capabilities?.checked_at}
          />
        )}
      </SourceGrid>
    </Section>
  );
}
