import { Suspense } from "react";
import { WorklistPage } from "@/components/worklist/WorklistPage";

export default function Page() {
  return (
    <Suspense>
      <WorklistPage />
    </Suspense>
  );
}
