"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

export function ProfileFacts({ me }: { me: Me }) {
  const { t } = useI18n();
  const facts = [
    [t("profile.name"), `${me.user.first_name} ${me.user.last_name}`],
    [t("profile.email"), me.user.email],
    [t("profile.organization"), me.organization?.display_name ?? t("profile.noOrganization")],
    [t("profile.role"), roleOf(me, t)],
  ] as const;
  return (
    <Box component="dl" sx={{ m: 0, bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1 }}>
      {facts.map(([name, value]) => (
        <Box
          key={name}
          sx={{
            display: "grid",
            gridTemplateColumns: "160px 1fr",
            minHeight: 40,
            px: 2,
            alignItems: "center",
            borderBottom: 1,
            borderColor: "divider",
            "&:last-of-type": { borderBottom: 0 },
          }}
        >
          <Typography component="dt" variant="body2" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function roleOf(me: Me, t: Translator): string {
  if (me.platform_role) return t("profile.roleAppAdmin");
  return me.organization?.role === "org_admin" ? t("profile.roleOrgAdmin") : t("profile.roleMember");
}
