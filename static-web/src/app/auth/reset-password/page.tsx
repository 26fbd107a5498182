import { ResetPasswordPage } from "@/components/accounts/ResetPasswordPage";

export default function Page() {
  return <ResetPasswordPage />;
}
