"use client";

import MuiLink from "@mui/material/Link";
import Link from "next/link";
import { PageHeading } from "@/components/basics/PageHeading";
import { EmergencyForm } from "@/components/emergency/EmergencyForm";
import { EmergencyOpen } from "@/components/emergency/EmergencyOpen";
import { OperatorsOnly } from "@/components/organizations/OperatorsOnly";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Where those who run the platform open patients' data for an hour. */
export function EmergencyPage() {
  const { t } = useI18n();
  const emergency = useMe().data?.emergency;
  return (
    <OperatorsOnly>
      <PageHeading title={t("emergency.title")} help={t("emergency.help")} />
      {emergency ? <EmergencyOpen emergency={emergency} /> : <EmergencyForm />}
      <MuiLink component={Link} href="/admin/audit?group=emergency" variant="body2" sx={{ justifySelf: "start" }}>
        {t("emergency.earlier")}
      </MuiLink>
    </OperatorsOnly>
  );
}
