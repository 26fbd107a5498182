"use client";

import Button from "@mui/material/Button";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { PageHeading } from "@/components/basics/PageHeading";
import { Toast } from "@/components/basics/Toast";
import { OrganizationsTable } from "@/components/organizations/OrganizationsTable";
import { LIST_PAGE, NEW_PAGE } from "@/components/organizations/Pages";
import { SuspendDialog } from "@/components/organizations/SuspendDialog";
import { useStatus } from "@/components/organizations/UseStatus";
import { useI18n } from "@/core/i18n/I18n";

/** Every organization of the platform. */
export function OrganizationsPage() {
  const { t } = useI18n();
  const router = useRouter();
  const status = useStatus();
  const added = useSearchParams().get("added");
  const welcome = added ? { text: t("organizations.wasCreated", { name: added }) } : null;
  const close = () => (status.news ? status.tell(null) : router.replace(LIST_PAGE));
  const add = (
    <Button
      variant="contained"
      component={Link}
      href={NEW_PAGE}
      prefetch={false}
      startIcon={<Plus size={15} aria-hidden />}
      data-testid="add-organization"
    >
      {t("organizations.add")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("organizations.title")}>{add}</PageHeading>
      <OrganizationsTable status={status} add={add} />
      <SuspendDialog status={status} />
      <Toast news={status.news ?? welcome} onClose={close} />
    </>
  );
}
