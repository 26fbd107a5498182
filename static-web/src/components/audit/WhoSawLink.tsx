"use client";

import Button from "@mui/material/Button";
import { ScrollText } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** From a patient to the audit of who has seen them, for those who may read it. */
export function WhoSawLink({ mrn }: { mrn: string }) {
  const { t } = useI18n();
  const { data: me } = useMe();
  if (!me?.menus.includes("audit")) return null;
  return (
    <Button
      component={Link}
      href={`/organization/audit?patient=${encodeURIComponent(mrn)}`}
      startIcon={<ScrollText size={15} aria-hidden />}
      sx={{ flexShrink: 0, color: "text.secondary" }}
    >
      {t("audit.whoSaw")}
    </Button>
  );
}
