"use client";

import { Pencil, Power } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { editPage } from "@/components/organizations/Pages";
import { useOrganizationColumns } from "@/components/organizations/UseOrganizationColumns";
import type { StatusChange } from "@/components/organizations/UseStatus";
import type { RowAction } from "@/components/table/Column";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { paths } from "@/core/api/Paths";
import type { Organization } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

const DEFAULTS = { sort: "name" };

/** Name, Display Name, Studies, Status, Created, Actions. */
export function OrganizationsTable({ status, add }: { status: StatusChange; add: ReactNode }) {
  const { t } = useI18n();
  const router = useRouter();
  const table = useTable<Organization>(paths.organizations, DEFAULTS);
  const columns = useOrganizationColumns();
  const actionsOf = (organization: Organization): RowAction[] => {
    const active = organization.status === "active";
    return [
      { label: t("organizations.edit"), icon: Pencil, onChoose: () => router.push(editPage(organization.name)) },
      {
        label: active ? t("organizations.suspend") : t("organizations.reinstate"),
        icon: Power,
        onChoose: () => status.toggle(organization),
        destructive: active,
      },
    ];
  };
  return (
    <DataTable
      label={t("organizations.title")}
      table={table}
      columns={columns}
      keyOf={({ name }) => name}
      actions={{ name: ({ display_name }) => display_name, of: actionsOf }}
      searchLabel={t("organizations.search")}
      empty={{ text: t("organizations.empty"), action: add }}
    />
  );
}
