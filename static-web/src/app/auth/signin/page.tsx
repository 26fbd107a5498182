import { SignInPage } from "@/components/signin/SignInPage";

export default function Page() {
  return <SignInPage />;
}
