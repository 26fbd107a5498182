"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { CopyButton } from "@/components/basics/CopyButton";
import { DocsLink } from "@/components/clients/DocsLink";
import type { NewSecret } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly made: NewSecret;
  readonly onEnd: () => void;
}

/** Shown once: nothing but the button closes it, so that no slip of a key loses it. */
export function SecretDialog({ made: { client, secret }, onEnd }: Props) {
  const { t } = useI18n();
  return (
    <Dialog open aria-labelledby="secret-title" maxWidth="sm" fullWidth data-testid="secret-dialog">
      <DialogTitle id="secret-title">{t("clients.secretTitle", { name: client.name })}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Typography variant="body2">{t("clients.secretText")}</Typography>
        <Shown label={t("clients.id")} value={client.client_id} testid="client-id" />
        <Shown label={t("clients.secret")} value={secret} testid="client-secret" />
        <DocsLink />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" autoFocus onClick={onEnd}>
          {t("clients.secretKept")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Shown({ label, value, testid }: { label: string; value: string; testid: string }) {
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {label}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}>
        <Box
          data-testid={testid}
          sx={{
            flex: 1,
            px: 1.25,
            py: 0.75,
            fontFamily: "var(--font-mono)",
            fontSize: 13,
            overflowWrap: "anywhere",
            bgcolor: "background.default",
            border: 1,
            borderColor: "divider",
            borderRadius: 1,
          }}
        >
          {value}
        </Box>
        <CopyButton text={value} about={label} />
      </Box>
    </Box>
  );
}
