"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { fieldTexts } from "@/core/api/ProblemText";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

export interface Settings {
  readonly save: (changes: Partial<Organization> | Record<string, unknown>) => void;
  readonly busy: boolean;
  readonly saved: boolean;
  /** Something was typed since. */
  readonly touch: () => void;
  readonly error: unknown;
  /** What the server says is wrong, by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Saves some of an organization's settings; the rest stays as it is. */
export function useSettings(name: string): Settings {
  const { mutate } = useSWRConfig();
  const { run, busy, error, forget } = useSubmit();
  const { t } = useI18n();
  const [saved, setSaved] = useState(false);
  const save = (changes: object) =>
    void run(async () => {
      const organization = await ApiService.instance.patch<Organization>(paths.organization(name), changes);
      await mutate(paths.organization(name), organization, { revalidate: false });
      void mutate(paths.me);
      setSaved(true);
    });
  const touch = () => {
    setSaved(false);
    forget();
  };
  return { save, busy, saved, touch, error, fields: fieldTexts(error, t) };
}
