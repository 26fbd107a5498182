"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import type { News } from "@/components/basics/Toast";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

export type Named = Pick<Organization, "name" | "display_name" | "status">;

export interface StatusChange {
  /** Whom to ask about before they are suspended. */
  readonly asked: Named | null;
  readonly ask: (organization: Named | null) => void;
  /** Asks before it suspends; reinstates at once. */
  readonly toggle: (organization: Named) => void;
  readonly suspend: (organization: Named) => Promise<void>;
  readonly news: News | null;
  readonly tell: (news: News | null) => void;
}

/** Keeps an organization's people out, and lets them in again. */
export function useStatus(): StatusChange {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const [asked, ask] = useState<Named | null>(null);
  const [news, tell] = useState<News | null>(null);

  const change = async ({ name, display_name }: Named, status: Named["status"]) => {
    await ApiService.instance.set(paths.organizationStatus(name), { status });
    await mutate((key) => typeof key === "string" && key.startsWith(paths.organizations));
    const suspended = status === "suspended";
    tell({ text: t(suspended ? "organizations.wasSuspended" : "organizations.wasReinstated", { name: display_name }) });
  };

  const toggle = (organization: Named) => {
    if (organization.status === "active") return ask(organization);
    change(organization, "active").catch((error: unknown) => tell({ text: problemText(error, t), bad: true }));
  };

  return { asked, ask, toggle, suspend: (organization) => change(organization, "suspended"), news, tell };
}
