"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

/** What administrators decide about somebody: address, places of work and roles. */
export function ProfileFacts({ me }: { me: Me }) {
  const { t } = useI18n();
  const places = me.organizations.map((place) =>
    t("profile.place", {
      name: place.display_name,
      role: t(place.role === "org_admin" ? "profile.roleOrgAdmin" : "profile.roleMember"),
    }),
  );
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [t("profile.email"), [me.user.email]],
    [t("profile.organizations"), places.length ? places : [t("profile.noOrganization")]],
    ...(me.platform_role ? [[t("profile.role"), [platformRole(me.platform_role, t)]] as const] : []),
  ];
  return (
    <Box component="dl" sx={{ m: 0, display: "grid", gap: 1 }}>
      {facts.map(([name, values]) => (
        <Box key={name} sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "160px 1fr" } }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {name}
          </Typography>
          {values.map((value) => (
            <Typography
              key={value}
              component="dd"
              variant="body2"
              sx={{ m: 0, gridColumn: { sm: 2 }, overflowWrap: "anywhere" }}
            >
              {value}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function platformRole(role: NonNullable<Me["platform_role"]>, t: Translator): string {
  return t(role === "super_admin" ? "profile.roleSuperAdmin" : "profile.roleAppAdmin");
}
