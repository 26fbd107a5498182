"use client";

import { AuthFrame } from "@/components/accounts/AuthFrame";
import { FormProblem } from "@/components/basics/FormProblem";
import { homeOf } from "@/components/shell/Menus";
import { MicrosoftButton } from "@/components/signin/MicrosoftButton";
import { SignInForm } from "@/components/signin/SignInForm";
import { useArrivalProblem } from "@/core/accounts/UseArrivalProblem";
import { safeReturnPath } from "@/core/api/Paths";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

export function SignInPage() {
  const { t } = useI18n();
  const arrival = useArrivalProblem();
  return (
    <AuthFrame title={t("signIn.title")}>
      <FormProblem text={arrival} />
      <SignInForm onSignedIn={goOn} />
      <MicrosoftButton />
    </AuthFrame>
  );
}

/** To where the reader was heading, with a full page load: nothing of another session stays in memory. */
function goOn(me: Me): void {
  const next = new URLSearchParams(window.location.search).get("next");
  window.location.assign(safeReturnPath(next, homeOf(me)));
}
