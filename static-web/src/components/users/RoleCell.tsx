"use client";

import Box from "@mui/material/Box";
import { LongText } from "@/components/table/LongText";
import { shortRoleText } from "@/components/users/Roles";
import type { User } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** The role, and whether it is at rest. */
export function RoleCell({ user }: { user: User }) {
  const { t } = useI18n();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, minWidth: 0 }}>
      <Box sx={{ minWidth: 0, color: user.role === "member" ? "text.secondary" : "text.primary" }}>
        <LongText>{shortRoleText(user.role, t)}</LongText>
      </Box>
      {user.status === "deactivated" && <Tag>{t("users.deactivated")}</Tag>}
    </Box>
  );
}

function Tag({ children }: { children: string }) {
  return (
    <Box
      component="span"
      sx={{
        px: 0.75,
        flexShrink: 0,
        fontSize: 11,
        lineHeight: "18px",
        borderRadius: 0.5,
        border: 1,
        borderColor: "divider",
        bgcolor: "raised",
        color: "text.secondary",
      }}
    >
      {children}
    </Box>
  );
}
