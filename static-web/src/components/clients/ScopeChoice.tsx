"use client";

import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { FieldProblem } from "@/components/basics/FieldProblem";
import { SCOPES, type Scope } from "@/components/clients/Scopes";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly scopes: readonly Scope[];
  readonly onChoose: (scopes: readonly Scope[]) => void;
  readonly problem: string | null;
}

/** What a system may do, each with what that means. */
export function ScopeChoice({ scopes, onChoose, problem }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <Box component="fieldset" aria-describedby={`${id}-problem`} sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 500, p: 0, mb: 0.5 }}>
        {t("clients.scopes")}
        <span aria-hidden> *</span>
      </Typography>
      {SCOPES.map((scope) => (
        <Box key={scope}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  onChoose(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                }
                sx={{ py: 0.25 }}
                slotProps={{ input: { "aria-describedby": `${id}-${scope}` } }}
              />
            }
            label={t(`clients.scope.${scope}`)}
            slotProps={{ typography: { variant: "body2" } }}
          />
          <Typography
            id={`${id}-${scope}`}
            variant="caption"
            color="textSecondary"
            component="p"
            sx={{ pl: 3.5, mt: -0.25, mb: 0.75 }}
          >
            {t(`clients.scopeHelp.${scope}`)}
          </Typography>
        </Box>
      ))}
      <FieldProblem id={`${id}-problem`} text={problem} />
    </Box>
  );
}
