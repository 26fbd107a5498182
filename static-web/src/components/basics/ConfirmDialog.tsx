"use client";

import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { problemText } from "@/core/api/ProblemText";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Names the thing: "Remove Len Herrera from Orthanc Demo Hospital". */
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  /** The deed, not "OK". */
  readonly button: string;
  /** Takes nothing away. */
  readonly harmless?: boolean;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before something that cannot be undone, or not by one press. */
export function ConfirmDialog({ title, text, button, harmless, act, onDone, onClose }: Props) {
  const { t } = useI18n();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    setBusy(true);
    try {
      await act();
      onClose();
      onDone();
    } catch (error) {
      setProblem(problemText(error, t));
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      role="alertdialog"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      maxWidth="xs"
      fullWidth
      data-testid="confirm-dialog"
    >
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 1.5 }}>
        <Typography id={`${id}-text`} variant="body2" color="textSecondary">
          {text}
        </Typography>
        <FormProblem text={problem} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} autoFocus>
          {t("common.close")}
        </Button>
        <Button
          variant="contained"
          color={harmless ? "primary" : "error"}
          disabled={busy}
          onClick={() => void confirm()}
        >
          {button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
