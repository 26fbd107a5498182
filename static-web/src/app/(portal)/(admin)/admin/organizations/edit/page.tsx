import { Suspense } from "react";
import { EditOrganizationPage } from "@/components/organizations/EditOrganizationPage";

export default function Page() {
  return (
    <Suspense>
      <EditOrganizationPage />
    </Suspense>
  );
}
