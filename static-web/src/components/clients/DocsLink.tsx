"use client";

import MuiLink from "@mui/material/Link";
import { useI18n } from "@/core/i18n/I18n";

/** For whoever builds the system that comes in. */
export function DocsLink() {
  const { t } = useI18n();
  return (
    <MuiLink href="/api/docs" target="_blank" rel="noreferrer" variant="body2">
      {t("clients.docs")}
    </MuiLink>
  );
}
