import { Suspense } from "react";
import { PlatformAudit } from "@/components/audit/PlatformAudit";

export default function Page() {
  return (
    <Suspense>
      <PlatformAudit />
    </Suspense>
  );
}
