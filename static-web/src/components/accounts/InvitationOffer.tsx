"use client";

import { AuthFrame } from "@/components/accounts/AuthFrame";
import { InvitationFacts } from "@/components/accounts/InvitationFacts";
import { JoinButton } from "@/components/accounts/JoinButton";
import { MicrosoftJoin } from "@/components/accounts/MicrosoftJoin";
import { NewAccountForm } from "@/components/accounts/NewAccountForm";
import { OtherAccount } from "@/components/accounts/OtherAccount";
import { useJoin, type JoinProps } from "@/components/accounts/UseJoin";
import { SignInForm } from "@/components/signin/SignInForm";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** Who invites to what; and how this person gets in: with a new account, with theirs, or by one press. */
export function InvitationOffer(props: JoinProps) {
  const { offer, onStale } = props;
  const { t } = useI18n();
  const { join, joinAnew, enter } = useJoin(props);
  const organization = offer.organization_name;
  const text = offer.role === "org_admin" ? "invitation.asAdmin" : "invitation.asMember";

  if (offer.is_member) {
    return (
      <AuthFrame title={t("invitation.member", { organization })} lead={t("invitation.memberText")}>
        <JoinButton label={t("invitation.go", { organization })} onJoin={enter} />
      </AuthFrame>
    );
  }
  if (offer.signed_in_as && offer.signed_in_as !== offer.email) {
    return <OtherAccount signedInAs={offer.signed_in_as} invited={offer.email} token={props.token} />;
  }
  const joinSignedIn = async (me: Me) => {
    if (me.organizations.some(({ id }) => id === offer.organization_id)) onStale();
    else await join();
  };
  return (
    <AuthFrame
      title={t("invitation.join", { organization })}
      lead={t(text, { name: offer.invited_by || "imagini", organization })}
    >
      <InvitationFacts offer={offer} />
      {offer.signed_in_as ? (
        <JoinButton label={t("invitation.join", { organization })} onJoin={join} />
      ) : offer.has_account ? (
        <SignInForm account={offer.email} submit={t("invitation.signInAndJoin")} onSignedIn={joinSignedIn} />
      ) : (
        <NewAccountForm email={offer.email} onCreate={joinAnew} />
      )}
      {!offer.signed_in_as && <MicrosoftJoin token={props.token} />}
    </AuthFrame>
  );
}
