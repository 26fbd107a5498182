"use client";

import Box from "@mui/material/Box";
import { FilterChoice } from "@/components/table/FilterChoice";
import type { Table } from "@/components/table/UseTable";
import { OrganizationFilter } from "@/components/users/OrganizationFilter";
import type { Place } from "@/components/users/Place";
import { MEMBER_ROLES, roleText } from "@/components/users/Roles";
import type { User } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { filteredBy } from "@/core/table/TableState";

/** By role; and by organization, where there is more than one. */
export function UserFilters({ table, place }: { table: Table<User>; place: Place | null }) {
  const { t } = useI18n();
  const { filters } = table.state;
  const roles = place ? MEMBER_ROLES : ([...MEMBER_ROLES, "app_admin"] as const);
  const set = (name: string, value: string) => table.show(filteredBy(table.state, name, value));
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5 }}>
      <FilterChoice
        label={t("users.role")}
        value={filters.role}
        choices={roles.map((role) => ({ value: role, label: roleText(role, t) }))}
        onChoose={(role) => set("role", role)}
      />
      {!place && (
        <OrganizationFilter
          value={filters.organization}
          onChoose={(organization) => set("organization", organization)}
        />
      )}
    </Box>
  );
}
