"use client";

import { useState, type FormEvent } from "react";
import type { OrganizationOption } from "@/components/users/OrganizationChoice";
import type { Place } from "@/components/users/Place";
import type { MemberRole } from "@/components/users/Roles";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Invitation } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

interface Given {
  readonly email: string;
  readonly role: MemberRole;
  readonly organization: OrganizationOption | null;
}

/** What is wrong, beside the field that it is about. */
interface Problems {
  readonly email: string | null;
  readonly organization: string | null;
  readonly other: string | null;
}

const NONE: Problems = { email: null, organization: null, other: null };
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The dialog's fields, checked here first; the server has the last word. */
export function useInvite(place: Place | null, onSent: (invitation: Invitation) => void) {
  const { t } = useI18n();
  const [given, setGiven] = useState<Given>({ email: "", role: "member", organization: null });
  const [problems, setProblems] = useState(NONE);
  const [busy, setBusy] = useState(false);

  const give = (change: Partial<Given>) => {
    setGiven({ ...given, ...change });
    const settled = Object.fromEntries(Object.keys(change).map((field) => [field, null]));
    setProblems({ ...problems, other: null, ...settled });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const email = given.email.trim();
    const organization = place?.id ?? given.organization?.name;
    const found = {
      ...NONE,
      email: email === "" ? t("invite.emailMissing") : ADDRESS.test(email) ? null : t("invite.emailWrong"),
      organization: organization ? null : t("invite.organizationMissing"),
    };
    setProblems(found);
    if (found.email || !organization) return;
    setBusy(true);
    try {
      const body = { email, role: given.role };
      onSent(await ApiService.instance.post<Invitation>(paths.invitationsTo(organization), body));
    } catch (error) {
      setProblems(placed(error, t));
      setBusy(false);
    }
  };

  return { given, give, problems, busy, submit: (event: FormEvent) => void submit(event) };
}

/** A refusal, beside the field that it is about. */
function placed(error: unknown, t: Translator): Problems {
  const text = problemText(error, t);
  if (!(error instanceof ApiError)) return { ...NONE, other: text };
  if (error.fields.email) return { ...NONE, email: t("invite.emailWrong") };
  if (error.status === 409) return { ...NONE, email: text };
  return error.reason === "suspended" ? { ...NONE, organization: text } : { ...NONE, other: text };
}
