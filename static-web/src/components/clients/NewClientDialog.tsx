"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useState, type FormEvent } from "react";
import { FormProblem } from "@/components/basics/FormProblem";
import { Field } from "@/components/basics/Field";
import { ScopeChoice } from "@/components/clients/ScopeChoice";
import type { Scope } from "@/components/clients/Scopes";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { NewSecret } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

interface Props {
  readonly organization: string;
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}

/** A name, and no more than the system needs. */
export function NewClientDialog({ organization, onMade, onClose }: Props) {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["patients.read"]);
  const [tried, setTried] = useState(false);
  const { run, busy, error } = useSubmit();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || scopes.length === 0) return;
    const body = { name: name.trim(), scopes };
    void run(async () => onMade(await ApiService.instance.post<NewSecret>(paths.clients(organization), body)));
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="client-title" maxWidth="xs" fullWidth data-testid="client-dialog">
      <Box component="form" noValidate onSubmit={submit} sx={{ display: "contents" }}>
        <DialogTitle id="client-title">{t("clients.addTitle")}</DialogTitle>
        <DialogContent sx={{ display: "grid", gap: 2 }}>
          <Field
            label={t("clients.name")}
            help={t("clients.nameHelp")}
            required
            autoFocus
            autoComplete="off"
            value={name}
            inputProps={{ maxLength: 100 }}
            onChange={(event) => setName(event.target.value)}
            problem={tried && !name.trim() ? t("clients.nameMissing") : null}
          />
          <ScopeChoice
            scopes={scopes}
            onChoose={setScopes}
            problem={tried && scopes.length === 0 ? t("clients.scopesMissing") : null}
          />
          <FormProblem text={error ? problemText(error, t) : null} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t("common.close")}</Button>
          <Button type="submit" variant="contained" disabled={busy} aria-busy={busy}>
            {t("clients.add")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
