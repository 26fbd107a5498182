"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { UserPlus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { PageHeading } from "@/components/basics/PageHeading";
import { Toast } from "@/components/basics/Toast";
import { InvitationsTable } from "@/components/users/InvitationsTable";
import { InviteDialog } from "@/components/users/InviteDialog";
import { PeopleTabs } from "@/components/users/PeopleTabs";
import type { Place } from "@/components/users/Place";
import { useNews } from "@/components/users/UseNews";
import { UsersTable } from "@/components/users/UsersTable";
import { useI18n } from "@/core/i18n/I18n";

/** The organization whose people are shown. */
interface Props {
  readonly title: string;
  readonly help?: string;
  /** null: everybody's. */
  readonly place: Place | null;
}

/** Who works here, and who is invited to. */
export function PeoplePage({ title, help, place }: Props) {
  const { t } = useI18n();
  const newsroom = useNews();
  const [inviting, setInviting] = useState(false);
  const openDialog = () => {
    newsroom.tell(null);
    setInviting(true);
  };
  const invitations = useSearchParams().get("tab") === "invitations";
  const invite = (
    <Button variant="outlined" onClick={openDialog}>
      {t("invite.button")}
    </Button>
  );
  return (
    <>
      <PageHeading title={title} help={help}>
        <Button
          variant="contained"
          startIcon={<UserPlus size={15} aria-hidden />}
          onClick={openDialog}
          data-testid="invite"
        >
          {t("invite.button")}
        </Button>
      </PageHeading>
      <PeopleTabs invitations={invitations} first={place ? t("users.members") : t("users.users")} />
      <Box id="people" role="tabpanel" aria-label={invitations ? t("users.invitations") : title}>
        {invitations ? (
          <InvitationsTable place={place} newsroom={newsroom} invite={invite} />
        ) : (
          <UsersTable place={place} newsroom={newsroom} invite={invite} />
        )}
      </Box>
      {inviting && <InviteDialog place={place} newsroom={newsroom} onClose={() => setInviting(false)} />}
      <Toast news={newsroom.news} onClose={() => newsroom.tell(null)} />
    </>
  );
}
