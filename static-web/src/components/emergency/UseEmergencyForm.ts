"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { tellOtherTabs } from "@/components/shell/OtherTabs";
import type { OrganizationOption } from "@/components/users/OrganizationChoice";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { useSubmit } from "@/core/UseSubmit";

/** Characters; as the server has it. */
export const SHORTEST_REASON = 20;

export function useEmergencyForm() {
  const { mutate } = useSWRConfig();
  const { run, busy, error } = useSubmit();
  const [organization, choose] = useState<OrganizationOption | null>(null);
  const [reason, write] = useState("");
  const [tried, setTried] = useState(false);
  const missing = { organization: !organization, reason: reason.trim().length < SHORTEST_REASON };

  const submit = () => {
    setTried(true);
    if (!organization || missing.reason) return;
    void run(async () => {
      await ApiService.instance.post(paths.emergencyIn(organization.name), { reason: reason.trim() });
      tellOtherTabs();
      await mutate(paths.me);
    });
  };

  const problems = tried ? missing : { organization: false, reason: false };
  return { organization, choose, reason, write, submit, busy, error, problems };
}
