"use client";

import Skeleton from "@mui/material/Skeleton";
import { useState } from "react";
import { AuthFrame } from "@/components/accounts/AuthFrame";
import { InvitationEnd } from "@/components/accounts/InvitationEnd";
import { InvitationOffer } from "@/components/accounts/InvitationOffer";
import { useFragment } from "@/core/accounts/UseFragment";
import { useOffer } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Where the link of an invitation leads. Looking accepts nothing. */
export function InvitationPage() {
  const { t } = useI18n();
  const token = useFragment();
  const { data: offer, error, mutate } = useOffer(token ?? "");
  const [refusal, setRefusal] = useState<unknown>(null);
  const end = refusal ?? error;
  if (end || token === "") return <InvitationEnd error={end ?? null} onRetry={() => void mutate()} />;
  if (!token || !offer) {
    return (
      <AuthFrame title={t("invitation.title")}>
        <Skeleton height={20} />
        <Skeleton height={180} />
      </AuthFrame>
    );
  }
  return <InvitationOffer token={token} offer={offer} onStale={() => void mutate()} onRefused={setRefusal} />;
}
