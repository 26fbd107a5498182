import { Suspense } from "react";
import { EmergencyPage } from "@/components/emergency/EmergencyPage";

export default function Page() {
  return (
    <Suspense>
      <EmergencyPage />
    </Suspense>
  );
}
