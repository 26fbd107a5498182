"use client";

import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { RoleChoice } from "@/components/users/RoleChoice";
import { nameOf, roleText, type Member, type MemberRole } from "@/components/users/Roles";
import type { Newsroom } from "@/components/users/UseNews";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

interface Props extends Member {
  readonly newsroom: Newsroom;
  readonly onClose: () => void;
}

/** Another role in one organization. */
export function RoleDialog({ user, membership, newsroom, onClose }: Props) {
  const { t } = useI18n();
  const old: MemberRole = membership.role === "org_admin" ? "org_admin" : "member";
  const [role, setRole] = useState<MemberRole>(old);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = nameOf(user);

  const give = (to: MemberRole) =>
    ApiService.instance.patch(paths.member(membership.organization_id, user.id), { role: to });
  const told = (to: MemberRole) => t("users.roleSaved", { name, role: roleText(to, t) });

  const save = async () => {
    if (role === old) return onClose();
    setBusy(true);
    try {
      await give(role);
      const undo = () => newsroom.carryOut(() => give(old), { text: told(old) });
      newsroom.tell({ text: told(role), undo });
      newsroom.refresh();
      onClose();
    } catch (error) {
      setProblem(problemText(error, t));
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="role-title" maxWidth="xs" fullWidth data-testid="role-dialog">
      <DialogTitle id="role-title">{t("users.roleTitle", { name })}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Typography variant="body2" color="textSecondary">
          {t("users.roleWhere", { organization: membership.organization_name })}
        </Typography>
        <RoleChoice role={role} onChoose={setRole} />
        <FormProblem text={problem} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t("common.close")}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void save()}>
          {t("users.saveRole")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
