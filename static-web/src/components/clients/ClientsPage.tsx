"use client";

import Button from "@mui/material/Button";
import { Plus } from "lucide-react";
import { useState } from "react";
import { PageHeading } from "@/components/basics/PageHeading";
import { Problem } from "@/components/basics/Problem";
import { Toast, type News } from "@/components/basics/Toast";
import { ClientsEmpty } from "@/components/clients/ClientsEmpty";
import { ClientsTable } from "@/components/clients/ClientsTable";
import { ClientQuestion, type Question } from "@/components/clients/ClientQuestion";
import { NewClientDialog } from "@/components/clients/NewClientDialog";
import { SecretDialog } from "@/components/clients/SecretDialog";
import type { NewSecret } from "@/core/api/Types";
import { useClients, useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** The partners' systems that the organization lets in. */
export function ClientsPage() {
  const { t } = useI18n();
  const organization = useMe().data?.organization;
  const { data: clients, error, mutate } = useClients(organization?.id ?? null);
  const [adding, setAdding] = useState(false);
  const [question, ask] = useState<Question | null>(null);
  const [made, setMade] = useState<NewSecret | null>(null);
  const [news, tell] = useState<News | null>(null);
  if (!organization) return null;

  const show = (secret: NewSecret) => {
    setAdding(false);
    setMade(secret);
    void mutate();
  };
  const done = (text: string) => {
    tell({ text });
    void mutate();
  };
  const add = (
    <Button
      variant="contained"
      startIcon={<Plus size={15} aria-hidden />}
      onClick={() => setAdding(true)}
      data-testid="add-client"
    >
      {t("clients.add")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("clients.title")} help={t("clients.help", { organization: organization.display_name })}>
        {clients?.length !== 0 && add}
      </PageHeading>
      {error && !clients ? (
        <Problem error={error} onRetry={() => void mutate()} />
      ) : clients?.length === 0 ? (
        <ClientsEmpty add={add} />
      ) : (
        <ClientsTable clients={clients} ask={ask} />
      )}
      {adding && <NewClientDialog organization={organization.id} onMade={show} onClose={() => setAdding(false)} />}
      {question && (
        <ClientQuestion
          question={question}
          organization={organization}
          onSecret={show}
          onDone={done}
          onClose={() => ask(null)}
        />
      )}
      {made && <SecretDialog made={made} onEnd={() => setMade(null)} />}
      <Toast news={news} onClose={() => tell(null)} />
    </>
  );
}
