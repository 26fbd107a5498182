import { Suspense } from "react";
import { OrganizationsPage } from "@/components/organizations/OrganizationsPage";
import { OperatorsOnly } from "@/components/organizations/OperatorsOnly";

export default function Page() {
  return (
    <Suspense>
      <OperatorsOnly>
        <OrganizationsPage />
      </OperatorsOnly>
    </Suspense>
  );
}
