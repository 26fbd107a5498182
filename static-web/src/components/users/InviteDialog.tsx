"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { SelectField } from "@/components/basics/SelectField";
import { OrganizationField } from "@/components/users/OrganizationField";
import type { Place } from "@/components/users/Place";
import { MEMBER_ROLES, roleText } from "@/components/users/Roles";
import { useInvite } from "@/components/users/UseInvite";
import type { Newsroom } from "@/components/users/UseNews";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Where to; null: it is asked for. */
  readonly place: Place | null;
  readonly newsroom: Newsroom;
  readonly onClose: () => void;
}

/** Email, role, organization; the rest is up to the invited. */
export function InviteDialog({ place, newsroom, onClose }: Props) {
  const { t } = useI18n();
  const invite = useInvite(place, (invitation) => {
    newsroom.tell({ text: t("invite.sent", { email: invitation.email }) });
    newsroom.refresh();
    onClose();
  });
  const { given, give, problems } = invite;
  return (
    <Dialog open onClose={onClose} aria-labelledby="invite-title" maxWidth="xs" fullWidth data-testid="invite-dialog">
      <Box component="form" noValidate onSubmit={invite.submit} sx={{ display: "contents" }}>
        <DialogTitle id="invite-title">{t("invite.title")}</DialogTitle>
        <DialogContent sx={{ display: "grid", gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {place ? t("invite.into", { organization: place.name }) : t("invite.help")}
          </Typography>
          <Field
            label={t("users.email")}
            required
            type="email"
            autoFocus
            autoComplete="off"
            value={given.email}
            onChange={(event) => give({ email: event.target.value })}
            problem={problems.email}
          />
          <SelectField
            label={t("users.role")}
            value={given.role}
            choices={MEMBER_ROLES.map((role) => ({ value: role, label: roleText(role, t) }))}
            help={t(`role.${given.role}Help`)}
            onChoose={(role) => give({ role })}
          />
          {!place && (
            <OrganizationField
              value={given.organization}
              onChoose={(organization) => give({ organization })}
              problem={problems.organization}
            />
          )}
          <FormProblem text={problems.other} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t("common.close")}</Button>
          <Button type="submit" variant="contained" disabled={invite.busy} aria-busy={invite.busy}>
            {t("invite.send")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
