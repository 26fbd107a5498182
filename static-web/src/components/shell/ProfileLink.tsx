"use client";

import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { Cut } from "@/components/basics/Cut";
import { Initials } from "@/components/shell/Initials";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Who is signed in, at the foot of the sidebar; leads to the profile. */
export function ProfileLink({ me, folded }: { me: Me | undefined; folded: boolean }) {
  const { t } = useI18n();
  if (!me) return <Skeleton height={36} sx={{ m: 1 }} />;
  const name = `${me.user.first_name} ${me.user.last_name}`;
  return (
    <ButtonBase
      component={Link}
      href="/profile"
      aria-label={folded ? `${me.user.initials}, ${t("shell.profile")}` : undefined}
      data-testid="profile-link"
      sx={{
        p: 1,
        gap: 1,
        width: "100%",
        justifyContent: folded ? "center" : "flex-start",
        textAlign: "left",
        borderRadius: 0.75,
        "&:hover": { bgcolor: "raised" },
      }}
    >
      <Initials initials={me.user.initials} />
      {!folded && (
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="body2" sx={{ fontWeight: 500, lineHeight: 1.35 }}>
            <Cut>{name}</Cut>
          </Typography>
          <Typography variant="caption" color="textSecondary" sx={{ lineHeight: 1.35 }}>
            <Cut>{me.user.email}</Cut>
          </Typography>
        </Box>
      )}
    </ButtonBase>
  );
}
