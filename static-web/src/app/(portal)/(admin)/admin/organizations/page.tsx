import { Suspense } from "react";
import { OrganizationsPage } from "@/components/organizations/OrganizationsPage";

export default function Page() {
  return (
    <Suspense>
      <OrganizationsPage />
    </Suspense>
  );
}
