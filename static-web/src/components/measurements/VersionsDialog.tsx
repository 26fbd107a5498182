"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { VersionRow } from "@/components/measurements/VersionRow";
import type { MeasurementVersion } from "@/core/api/Types";
import { useProblemText } from "@/core/api/UseProblemText";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly versions: readonly MeasurementVersion[];
  /** Null: they may only look. */
  readonly choose: ((version: number) => Promise<unknown>) | null;
  readonly onClose: () => void;
}

/** Every save of a study's measurements, the newest first. */
export function VersionsDialog({ versions, choose, onClose }: Props) {
  const { t } = useI18n();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useProblemText(error);

  const make = async (version: number) => {
    setBusy(true);
    setError(null);
    try {
      await choose?.(version);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth data-testid="versions-dialog">
      <DialogTitle id={id}>{t("measurements.versionsTitle")}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ pb: 1.5 }}>
          {t("measurements.chooseHint")}
        </Typography>
        {error ? (
          <Typography variant="body2" color="error" role="alert" sx={{ pb: 1.5 }}>
            {problem}
          </Typography>
        ) : null}
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              busy={busy}
              onChoose={choose && (() => void make(version.number))}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t("common.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
