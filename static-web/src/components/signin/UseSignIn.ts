"use client";

import { useState } from "react";
import { homeOf } from "@/components/shell/Menus";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths, safeReturnPath } from "@/core/api/Paths";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
}

/** Signs in and goes on to where the reader was heading. */
export function useSignIn() {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const signIn = async (credentials: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      const me = await ApiService.instance.post<Me>(paths.signIn, credentials, { anonymous: true });
      const next = new URLSearchParams(window.location.search).get("next");
      window.location.assign(safeReturnPath(next, homeOf(me)));
    } catch (error) {
      setProblem(describe(error, t));
      setBusy(false);
    }
  };

  return { signIn, busy, problem, forget: () => setProblem(null) };
}

function describe(error: unknown, t: Translator): string {
  if (!(error instanceof ApiError)) return t("common.noAnswer");
  return error.status === 401 ? t("signIn.refused") : error.detail;
}
