"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useRouter } from "next/navigation";
import { useEffect, useRef, type FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { PageHeading } from "@/components/basics/PageHeading";
import { ConnectionCheckPanel } from "@/components/organizations/ConnectionCheckPanel";
import { ContactFields } from "@/components/organizations/ContactFields";
import { FORM_WIDTH } from "@/components/organizations/FormWidth";
import { IdentityFields } from "@/components/organizations/IdentityFields";
import { NewOrganizationButtons } from "@/components/organizations/NewOrganizationButtons";
import { addedPage } from "@/components/organizations/Pages";
import { SourceFields } from "@/components/organizations/SourceFields";
import { SourceGrid } from "@/components/organizations/SourceGrid";
import { Section } from "@/components/basics/Section";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";
import { focusFirstProblem } from "@/core/FocusFirstProblem";
import { useNewOrganization } from "@/core/organizations/UseNewOrganization";

/** Name and DICOM URL are enough; the PACS is checked before the organization is added. */
export function NewOrganizationPage() {
  const { t } = useI18n();
  const router = useRouter();
  const page = useRef<HTMLFormElement>(null);
  const form = useNewOrganization((name) => router.push(addedPage(name)));
  const { draft, change, problems, error, fields } = form;
  const contactProblems = Object.entries(problems.contact).map(([field, text]) => [field, t(text)]);
  const told = problems.name || Object.keys(fields).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
    focusFirstProblem(page.current);
  };
  useEffect(() => {
    if (error) focusFirstProblem(page.current);
  }, [error]);
  return (
    <Box
      component="form"
      ref={page}
      noValidate
      onSubmit={submit}
      aria-label={t("organizations.newTitle")}
      sx={{ width: "100%", maxWidth: FORM_WIDTH, display: "grid", gap: 2, gridTemplateColumns: "minmax(0, 1fr)" }}
    >
      <PageHeading title={t("organizations.newTitle")} help={t("organizations.newHelp")} />
      <IdentityFields
        name={draft.name}
        display={draft.display}
        problem={fields.name ?? (problems.name ? t(problems.name) : null)}
        onChange={change}
      />
      <Section title={t("source.title")} help={t("source.help")}>
        <SourceGrid>
          <SourceFields
            draft={draft.source}
            keeps={false}
            problems={problems.source}
            onChange={(typed) => change({ source: { ...draft.source, ...typed } })}
          />
          {draft.source.type === "pacs" && <ConnectionCheckPanel check={form.check} onCheck={form.tryIt} />}
        </SourceGrid>
      </Section>
      <Section title={t("organizations.contact")}>
        <ContactFields
          draft={draft.contact}
          problems={{ ...fields, ...Object.fromEntries(contactProblems) }}
          onChange={(typed) => change({ contact: { ...draft.contact, ...typed } })}
        />
      </Section>
      {form.refused && (
        <Typography role="alert" variant="body2" sx={{ color: "warning.main" }}>
          {t("organizations.notYet")}
        </Typography>
      )}
      <FormProblem text={error && !told ? problemText(error, t) : null} />
      <NewOrganizationButtons busy={form.busy} refused={form.refused} onAnyway={form.add} />
    </Box>
  );
}
