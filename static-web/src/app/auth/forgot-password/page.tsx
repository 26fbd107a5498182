import { ForgotPasswordPage } from "@/components/accounts/ForgotPasswordPage";

export default function Page() {
  return <ForgotPasswordPage />;
}
