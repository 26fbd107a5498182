"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { fieldTexts } from "@/core/api/ProblemText";
import type { Organization } from "@/core/api/Types";
import type { PlainTextKey } from "@/core/i18n/Translate";
import { contactProblems, NO_CONTACT, type ContactDraft } from "@/core/organizations/ContactDraft";
import { isName } from "@/core/organizations/NameRules";
import { accessOf, NEW_SOURCE, problemsOf, type SourceDraft } from "@/core/organizations/SourceDraft";
import { useConnectionCheck } from "@/core/organizations/UseConnectionCheck";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

export interface NewOrganization {
  readonly name: string;
  readonly display: string;
  readonly contact: ContactDraft;
  readonly source: SourceDraft;
}

const EMPTY: NewOrganization = { name: "", display: "", contact: NO_CONTACT, source: NEW_SOURCE };

/** What is typed about a new organization: its PACS is checked first, and then it is added. */
export function useNewOrganization(onAdded: (name: string) => void) {
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState<"nothing" | "connection" | "all">("nothing");
  const check = useConnectionCheck();
  const { run, busy, error, forget } = useSubmit();
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const { name, source, contact } = draft;
  const sourceProblems = problemsOf(source, false);
  const wrong = contactProblems(contact);
  const isRight = [sourceProblems, wrong].every((problems) => Object.keys(problems).length === 0) && isName(name);

  const change = (typed: Partial<NewOrganization>) => {
    setDraft({ ...draft, ...typed });
    forget();
    if (typed.source && !check.running) check.forget();
  };

  const checkIt = () => check.start(paths.sourceTrial, { url: source.url.trim(), ...accessOf(source) });

  const add = () =>
    void run(async () => {
      const { name: added } = await ApiService.instance.post<Organization>(paths.organizations, bodyOf(draft));
      // what it can do is kept with the organization, which did not exist before
      if (source.type === "pacs") await check.start(paths.sourceCheck(added));
      void mutate(isListOfOrganizations); // it was read a moment ago, without the new one
      onAdded(added);
    });

  const submit = async () => {
    setTried("all");
    if (!isRight || busy || check.running) return;
    const works = source.type === "archive" || check.progress?.check?.works || (await checkIt())?.works;
    if (works) add();
  };

  const tryIt = () => {
    setTried(tried === "all" ? tried : "connection");
    if (Object.keys(sourceProblems).length === 0) void checkIt();
  };

  return {
    draft,
    change,
    check,
    tryIt,
    add,
    submit: () => void submit(),
    busy: busy || check.running,
    /** The PACS was tried, and cannot be read. */
    refused: isRight && !check.running && check.progress?.check?.works === false,
    error,
    fields: fieldTexts(error, t),
    problems: {
      name: tried === "all" && !isName(name) ? ("organizations.nameMissing" as PlainTextKey) : nameProblem(error),
      source: tried === "nothing" ? {} : sourceProblems,
      contact: tried === "all" ? wrong : {},
    },
  };
}

function nameProblem(error: unknown): PlainTextKey | null {
  return error instanceof ApiError && error.reason === "name-taken" ? "organizations.nameTaken" : null;
}

function bodyOf({ name, display, contact, source }: NewOrganization) {
  const pacs = source.type === "pacs" ? { dicom_url: source.url.trim(), ...accessOf(source) } : {};
  return { name, display_name: display, ...contact, ...pacs };
}

function isListOfOrganizations(key: unknown): boolean {
  return typeof key === "string" && key.split("?")[0] === paths.organizations;
}
