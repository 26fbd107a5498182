"use client";

import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { MEMBER_ROLES, roleText, type MemberRole } from "@/components/users/Roles";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly role: MemberRole;
  readonly onChoose: (role: MemberRole) => void;
}

/** None or Organization Admin, and what each may do. */
export function RoleChoice({ role, onChoose }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <FormControl>
      <Typography id={id} variant="body2" sx={{ fontWeight: 500, mb: 0.5 }}>
        {t("users.role")}
      </Typography>
      <RadioGroup
        aria-labelledby={id}
        value={role}
        onChange={(_, value) => onChoose(value as MemberRole)}
        sx={{ gap: 0.75 }}
      >
        {MEMBER_ROLES.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" sx={{ py: 0, alignSelf: "start" }} />}
            label={
              <>
                <Typography component="span" variant="body2" sx={{ display: "block" }}>
                  {roleText(choice, t)}
                </Typography>
                <Typography component="span" variant="caption" color="textSecondary">
                  {t(`role.${choice}Help`)}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
