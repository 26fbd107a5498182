import { Suspense } from "react";
import { NewOrganizationPage } from "@/components/organizations/NewOrganizationPage";

export default function Page() {
  return (
    <Suspense>
      <NewOrganizationPage />
    </Suspense>
  );
}
