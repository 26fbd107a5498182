"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { Key } from "@/components/basics/Key";
import { useI18n } from "@/core/i18n/I18n";
import type { TextKey } from "@/core/i18n/Texts";

type KeyText = Extract<TextKey, `keys.${string}`>;

const GROUPS: readonly { readonly title: KeyText; readonly keys: readonly (readonly [string, KeyText])[] }[] = [
  {
    title: "keys.everywhere",
    keys: [
      ["/", "keys.search"],
      ["g d", "keys.dashboard"],
      ["?", "keys.help"],
    ],
  },
  {
    title: "keys.findings",
    keys: [
      ["j", "keys.next"],
      ["k", "keys.previous"],
      ["a", "keys.approve"],
      ["d", "keys.decline"],
      ["u", "keys.undo"],
    ],
  },
];

/** All keys on one sheet. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="keys-title" maxWidth="xs" fullWidth>
      <DialogTitle id="keys-title">{t("shell.help")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        {GROUPS.map(({ title, keys }) => (
          <Box key={title}>
            <Typography variant="h3" component="h3" color="textSecondary" sx={{ mb: 0.5 }}>
              {t(title)}
            </Typography>
            {keys.map(([key, text]) => (
              <Box
                key={key}
                sx={{
                  display: "flex",
                  justifyContent: "space-between",
                  alignItems: "center",
                  height: 30,
                  borderBottom: 1,
                  borderColor: "divider",
                }}
              >
                <Typography variant="body2">{t(text)}</Typography>
                <Box sx={{ display: "flex", gap: 0.5, alignItems: "center" }}>
                  {key.split(" ").map((part) => (
                    <Key key={part}>{part}</Key>
                  ))}
                </Box>
              </Box>
            ))}
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("common.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
