"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { Download, Printer } from "lucide-react";
import { CopyButton } from "@/components/basics/CopyButton";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly codes: readonly string[];
  readonly onEnd: () => void;
}

/** Shown once: nothing but the button closes it, so that no slip of a key loses them. */
export function RecoveryCodesDialog({ codes, onEnd }: Props) {
  const { t } = useI18n();
  const text = codes.join("\n");
  return (
    <Dialog open data-print aria-labelledby="recovery-title" maxWidth="xs" fullWidth>
      <DialogTitle id="recovery-title">{t("profile.recovery")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Typography variant="body2">{t("profile.recoveryText")}</Typography>
        <Box
          component="ol"
          data-testid="recovery-codes"
          sx={{
            m: 0,
            p: 2,
            listStyle: "none",
            display: "grid",
            gridTemplateColumns: "1fr 1fr",
            gap: 0.75,
            fontFamily: "var(--font-mono)",
            fontSize: 13,
            bgcolor: "background.default",
            border: 1,
            borderColor: "divider",
            borderRadius: 1,
          }}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Box>
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", displayPrint: "none" }}>
          <CopyButton text={text} />
          <Button
            variant="outlined"
            startIcon={<Download size={14} aria-hidden />}
            component="a"
            download="imagini-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          >
            {t("profile.download")}
          </Button>
          <Button variant="outlined" startIcon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>
            {t("profile.print")}
          </Button>
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, displayPrint: "none" }}>
        <Button variant="contained" autoFocus onClick={onEnd}>
          {t("profile.recoveryKept")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
