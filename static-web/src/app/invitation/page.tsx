import { InvitationPage } from "@/components/accounts/InvitationPage";

export default function Page() {
  return <InvitationPage />;
}
