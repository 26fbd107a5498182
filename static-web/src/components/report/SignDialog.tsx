"use client";

import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Field } from "@/components/basics/Field";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly undecided: number;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onSign: (reason: string) => void;
  readonly onClose: () => void;
}

/** Undecided findings stand in the way of the signature, unless the radiologist says why not. */
export function SignDialog({ undecided, busy, problem, onSign, onClose }: Props) {
  const { t } = useI18n();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && !reason.trim() ? t("report.signReasonMissing") : null;
  const sign = () => {
    setAsked(true);
    if (reason.trim()) onSign(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="sign-title" maxWidth="xs" fullWidth data-testid="sign-dialog">
      <DialogTitle id="sign-title">{t("report.signTitle")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Typography variant="body2" color="textSecondary">
          {t("report.signUndecided", { count: undecided })}
        </Typography>
        <Field
          label={t("report.signReason")}
          help={t("report.signReasonHelp")}
          required
          multiline
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          problem={missing ?? problem}
          inputProps={{ sx: { px: 1.5, py: 1 } }}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="outlined" onClick={sign} disabled={busy}>
          {t("report.signAnyway")}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {t("report.decideFirst")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
