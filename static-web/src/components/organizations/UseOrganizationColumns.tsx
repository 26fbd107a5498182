"use client";

import MuiLink from "@mui/material/Link";
import Link from "next/link";
import { editPage } from "@/components/organizations/Pages";
import { StatusText } from "@/components/organizations/StatusText";
import type { Column } from "@/components/table/Column";
import type { Organization } from "@/core/api/Types";
import { formatDate } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

export function useOrganizationColumns(): readonly Column<Organization>[] {
  const { t, language } = useI18n();
  return [
    {
      id: "name",
      label: t("organizations.name"),
      cell: ({ name }) => (
        <MuiLink component={Link} href={editPage(name)} prefetch={false} color="inherit" underline="hover">
          {name}
        </MuiLink>
      ),
      sortable: true,
      grow: 1.3,
    },
    {
      id: "display_name",
      label: t("organizations.displayName"),
      cell: ({ display_name }) => display_name,
      sortable: true,
      grow: 1.6,
    },
    {
      id: "source",
      label: t("organizations.source"),
      cell: ({ source }) => source.url ?? t("organizations.archive"),
      grow: 2,
    },
    {
      id: "status",
      label: t("organizations.status"),
      cell: ({ status }) => <StatusText status={status} />,
      sortable: true,
      grow: 0.8,
    },
    {
      id: "created_at",
      label: t("organizations.created"),
      cell: ({ created_at }) => (created_at ? formatDate(created_at.slice(0, "2026-01-01".length), language) : "–"),
      sortable: true,
      grow: 0.8,
      wideOnly: true,
    },
  ];
}
