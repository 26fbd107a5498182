"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Client, Me, NewSecret } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";

/** What is about to be done with a system. */
export type Question =
  | { readonly about: "removal" | "secret"; readonly client: Client }
  | { readonly about: "older"; readonly client: Client; readonly older: Client["secrets"][number] };

interface Props {
  readonly question: Question;
  readonly organization: NonNullable<Me["organization"]>;
  readonly onSecret: (made: NewSecret) => void;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Each names the system, and says what follows for it. */
export function ClientQuestion({ question, organization, onSecret, onDone, onClose }: Props) {
  const { t, language } = useI18n();
  const { name, id } = question.client;
  const given = { name, organization: organization.display_name };
  const { instance } = ApiService;
  switch (question.about) {
    case "removal":
      return (
        <ConfirmDialog
          title={t("clients.revokeTitle", given)}
          text={t("clients.revokeText")}
          button={t("clients.revoke")}
          act={() => instance.delete(paths.client(organization.id, id))}
          onDone={() => onDone(t("clients.revoked", given))}
          onClose={onClose}
        />
      );
    case "older":
      return (
        <ConfirmDialog
          title={t("clients.dropOlderTitle", given)}
          text={t("clients.dropOlderText", { made: formatInstant(question.older.made_at, language) })}
          button={t("clients.dropOlder")}
          act={() => instance.delete(paths.clientSecret(organization.id, id, question.older.id))}
          onDone={() => onDone(t("clients.droppedOlder", given))}
          onClose={onClose}
        />
      );
    case "secret":
      return (
        <ConfirmDialog
          title={t("clients.newSecretTitle", given)}
          text={t("clients.newSecretText", given)}
          button={t("clients.newSecret")}
          harmless
          act={() => instance.post<NewSecret>(paths.clientSecrets(organization.id, id), {}).then(onSecret)}
          onDone={() => undefined}
          onClose={onClose}
        />
      );
  }
}
