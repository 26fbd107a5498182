"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { PageHeading } from "@/components/basics/PageHeading";
import { MicrosoftSection } from "@/components/profile/MicrosoftSection";
import { NamesSection } from "@/components/profile/NamesSection";
import { PasswordSection } from "@/components/profile/PasswordSection";
import { PreferencesSection } from "@/components/profile/PreferencesSection";
import { SecondFactorDuty } from "@/components/profile/SecondFactorDuty";
import { SecondFactorSection } from "@/components/profile/SecondFactorSection";
import { SessionsSection } from "@/components/profile/SessionsSection";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Who the reader is, how the product speaks and looks, and how their account is kept safe. */
export function ProfilePage() {
  const { t } = useI18n();
  const { data: me } = useMe();
  return (
    <Box sx={{ width: "100%", maxWidth: 760, display: "grid", gap: 2 }}>
      <PageHeading title={t("profile.title")} />
      {me?.second_factor_needed && (
        <>
          <SecondFactorDuty />
          <SecondFactorSection />
        </>
      )}
      {me ? <NamesSection key={me.user.id} me={me} /> : <Skeleton height={240} />}
      <PreferencesSection />
      <PasswordSection own={me ? [me.user.email, me.user.first_name, me.user.last_name] : []} />
      {!me?.second_factor_needed && <SecondFactorSection />}
      <MicrosoftSection />
      <SessionsSection />
    </Box>
  );
}
