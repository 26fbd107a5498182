import { Suspense } from "react";
import { EditOrganizationPage } from "@/components/organizations/EditOrganizationPage";
import { OperatorsOnly } from "@/components/organizations/OperatorsOnly";

export default function Page() {
  return (
    <Suspense>
      <OperatorsOnly>
        <EditOrganizationPage />
      </OperatorsOnly>
    </Suspense>
  );
}
