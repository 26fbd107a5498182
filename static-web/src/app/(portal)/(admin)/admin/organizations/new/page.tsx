import { Suspense } from "react";
import { NewOrganizationPage } from "@/components/organizations/NewOrganizationPage";
import { OperatorsOnly } from "@/components/organizations/OperatorsOnly";

export default function Page() {
  return (
    <Suspense>
      <OperatorsOnly>
        <NewOrganizationPage />
      </OperatorsOnly>
    </Suspense>
  );
}
