import { Suspense } from "react";
import { SystemPage } from "@/components/system/SystemPage";

export default function Page() {
  return (
    <Suspense>
      <SystemPage />
    </Suspense>
  );
}
