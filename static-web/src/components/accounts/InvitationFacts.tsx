"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Offer } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

export function InvitationFacts({ offer }: { offer: Offer }) {
  const { t, language } = useI18n();
  const facts = [
    [t("invitation.email"), offer.email],
    [t("invitation.role"), t(offer.role === "org_admin" ? "profile.roleOrgAdmin" : "profile.roleMember")],
    [t("invitation.until"), formatInstant(offer.expires_at, language)],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        py: 0.5,
        display: "grid",
        gridTemplateColumns: "auto 1fr",
        columnGap: 2,
        rowGap: 0.25,
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: "contents" }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: "anywhere" }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
