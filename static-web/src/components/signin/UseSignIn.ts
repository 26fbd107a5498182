"use client";

import { useState } from "react";
import { useWait } from "@/components/signin/UseWait";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
  readonly code: string;
}

const ABOUT_A_CODE = new Set(["code-wrong", "no-recovery-left"]);

/** What is wrong, beside the field that it is about. */
interface Trouble {
  readonly at: "password" | "code" | "form";
  readonly text: string;
}

/** Signs in: with the password, and with a code where the account asks for one. */
export function useSignIn(onSignedIn: (me: Me) => void | Promise<void>) {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const wait = useWait();

  const judge = (error: unknown, recovery: boolean): Trouble | null => {
    const reason = error instanceof ApiError ? error.reason : "";
    if (reason === "code-needed") return setAsksCode(true) ?? null;
    if (reason === "code-wrong" && recovery) return { at: "code", text: t("signIn.recoveryWrong") };
    if (ABOUT_A_CODE.has(reason)) return { at: "code", text: problemText(error, t) };
    if (error instanceof ApiError && error.status === 401) {
      setAsksCode(false);
      return { at: "password", text: t("signIn.refused") };
    }
    return { at: "form", text: problemText(error, t) };
  };

  /** `recovery`: the code is one of those on paper. */
  const signIn = async (credentials: Credentials, recovery: boolean) => {
    setBusy(true);
    setTrouble(null);
    try {
      await onSignedIn(await ApiService.instance.post<Me>(paths.signIn, credentials, { anonymous: true }));
    } catch (error) {
      if (!wait.begin(error)) setTrouble(judge(error, recovery));
      setBusy(false);
    }
  };

  const back = () => {
    setAsksCode(false);
    setTrouble(null);
  };

  return { signIn, busy, asksCode, trouble, wait, back, forget: () => setTrouble(null) };
}
