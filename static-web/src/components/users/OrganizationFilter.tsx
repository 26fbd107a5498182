"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { OrganizationChoice } from "@/components/users/OrganizationChoice";
import { useOrganization } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** The name of the organization. */
  readonly value: string | undefined;
  /** "": all. */
  readonly onChoose: (organization: string) => void;
}

export function OrganizationFilter({ value, onChoose }: Props) {
  const { t } = useI18n();
  const id = useId();
  const { data: organization } = useOrganization(value ?? null);
  return (
    <Box sx={{ display: "grid", gap: 0.25, width: 300 }}>
      <Typography component="label" htmlFor={id} variant="caption" color="textSecondary">
        {t("users.organization")}
      </Typography>
      <OrganizationChoice
        id={id}
        dense
        value={value && organization ? organization : null}
        onChoose={(chosen) => onChoose(chosen?.name ?? "")}
      />
    </Box>
  );
}
