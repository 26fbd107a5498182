import { Suspense } from "react";
import { OrganizationAudit } from "@/components/audit/OrganizationAudit";

export default function Page() {
  return (
    <Suspense>
      <OrganizationAudit />
    </Suspense>
  );
}
