"use client";

import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import Link from "next/link";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly remember: boolean;
  readonly onRemember: (remember: boolean) => void;
}

/** Whether this computer may keep the session, and the way out for who has forgotten. */
export function RememberRow({ remember, onRemember }: Props) {
  const { t } = useI18n();
  return (
    <Box>
      <Box sx={{ display: "flex", alignItems: "center", justifyContent: "space-between", gap: 2, flexWrap: "wrap" }}>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={remember}
              onChange={(event) => onRemember(event.target.checked)}
              sx={{ py: 0.25 }}
              slotProps={{ input: { "aria-describedby": "remember-help" } }}
            />
          }
          label={t("signIn.remember")}
          slotProps={{ typography: { variant: "body2" } }}
        />
        <MuiLink component={Link} href="/auth/forgot-password" variant="body2" underline="hover">
          {t("signIn.forgot")}
        </MuiLink>
      </Box>
      <Typography id="remember-help" variant="caption" color="textSecondary" component="p" sx={{ pl: 3.75 }}>
        {t("signIn.rememberHelp")}
      </Typography>
    </Box>
  );
}
