"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import type { News } from "@/components/basics/Toast";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

export interface Newsroom {
  readonly news: News | null;
  readonly tell: (news: News | null) => void;
  /** Do it, tell it, and have the lists show it; a refusal is told as well. */
  readonly carryOut: (act: () => Promise<unknown>, done: News) => void;
  /** The lists of people ask the server again. */
  readonly refresh: () => void;
}

export function useNews(): Newsroom {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const [news, tell] = useState<News | null>(null);
  const refresh = () => void mutate(isAboutPeople);

  const carryOut = async (act: () => Promise<unknown>, done: News) => {
    try {
      await act();
      tell(done);
    } catch (error) {
      tell({ text: problemText(error, t), bad: true });
    }
    refresh();
  };

  return { news, tell, refresh, carryOut: (act, done) => void carryOut(act, done) };
}

function isAboutPeople(key: unknown): boolean {
  return typeof key === "string" && /^\/api\/(users|invitations)\?/.test(key);
}
