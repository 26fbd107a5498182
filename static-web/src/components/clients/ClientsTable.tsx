"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { KeyRound, KeySquare, Unplug } from "lucide-react";
import { Mono } from "@/components/basics/Mono";
import { DocsLink } from "@/components/clients/DocsLink";
import type { Question } from "@/components/clients/ClientQuestion";
import { scopesText } from "@/components/clients/Scopes";
import type { RowAction } from "@/components/table/Column";
import { LongText } from "@/components/table/LongText";
import { PlainTable } from "@/components/table/PlainTable";
import { RowMenu } from "@/components/table/RowMenu";
import type { Client } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** undefined: on their way. */
  readonly clients: readonly Client[] | undefined;
  readonly ask: (question: Question) => void;
}

/** Every system, what it may do, and when it was last here. */
export function ClientsTable({ clients, ask }: Props) {
  const { t, language } = useI18n();

  const actionsOf = (client: Client): RowAction[] => {
    const [older, newer] = client.secrets;
    const secret =
      older && newer
        ? { label: t("clients.dropOlder"), icon: KeySquare, onChoose: () => ask({ about: "older", client, older }) }
        : { label: t("clients.newSecret"), icon: KeyRound, onChoose: () => ask({ about: "secret", client }) };
    const revoke = () => ask({ about: "removal", client });
    return [secret, { label: t("clients.revoke"), icon: Unplug, onChoose: revoke, destructive: true }];
  };

  return (
    <Box sx={{ display: "grid", gap: 1.5, minWidth: 0 }}>
      <PlainTable
        label={t("clients.title")}
        expected={2}
        columns={[
          { label: t("clients.name") },
          { label: t("clients.id") },
          { label: t("clients.scopes") },
          { label: t("clients.created") },
          { label: t("clients.lastToken") },
          { label: t("table.actions"), right: true },
        ]}
        rows={clients?.map((client) => ({
          key: client.id,
          cells: [
            <Box key="name" sx={{ maxWidth: { xs: 120, lg: 240 } }}>
              <LongText>{client.name}</LongText>
              {client.secrets.length > 1 && (
                <Typography variant="caption" color="textSecondary">
                  {t("clients.twoSecrets")}
                </Typography>
              )}
            </Box>,
            <Box key="id" sx={{ maxWidth: { xs: 110, lg: 300 } }}>
              <LongText>
                <Mono>{client.client_id}</Mono>
              </LongText>
            </Box>,
            scopesText(client.scopes, t),
            formatInstant(client.created_at, language),
            client.last_token_at ? formatInstant(client.last_token_at, language) : t("clients.notLately"),
            <RowMenu key="menu" name={client.name} actions={actionsOf(client)} />,
          ],
        }))}
      />
      <DocsLink />
    </Box>
  );
}
