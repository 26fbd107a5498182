"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { OrganizationChoice, type OrganizationOption } from "@/components/users/OrganizationChoice";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly value: OrganizationOption | null;
  readonly onChoose: (organization: OrganizationOption | null) => void;
  readonly problem: string | null;
}

export function OrganizationField({ value, onChoose, problem }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 500 }}>
        {t("users.organization")}
        <span aria-hidden> *</span>
      </Typography>
      <OrganizationChoice
        id={id}
        required
        value={value}
        onChoose={onChoose}
        wrong={Boolean(problem)}
        describedBy={problem ? `${id}-problem` : undefined}
      />
      <Typography
        id={`${id}-problem`}
        variant="caption"
        color="error"
        role="alert"
        sx={{ "&:empty": { display: "none" } }}
      >
        {problem}
      </Typography>
    </Box>
  );
}
