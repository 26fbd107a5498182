"use client";

import MuiBreadcrumbs from "@mui/material/Breadcrumbs";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { trailOf } from "@/components/shell/Trail";
import { useI18n } from "@/core/i18n/I18n";

/** Where one is in administration, and the way back up. */
export function Breadcrumbs() {
  const { t } = useI18n();
  const trail = trailOf(usePathname().replace(/\.html$/, ""));
  if (trail.length === 0) return null;
  return (
    <MuiBreadcrumbs aria-label={t("shell.breadcrumbs")} separator={<ChevronRight size={13} aria-hidden />}>
      {trail.map(({ label, href }, at) =>
        href && at < trail.length - 1 ? (
          <MuiLink
            key={label}
            component={Link}
            href={href}
            prefetch={false}
            variant="caption"
            color="textSecondary"
            underline="hover"
          >
            {t(label)}
          </MuiLink>
        ) : (
          <Typography
            key={label}
            variant="caption"
            color={href || at > 1 ? "textPrimary" : "textSecondary"}
            aria-current={at === trail.length - 1 ? "page" : undefined}
          >
            {t(label)}
          </Typography>
        ),
      )}
    </MuiBreadcrumbs>
  );
}
