import { Suspense } from "react";
import { PatientsPage } from "@/components/patients/PatientsPage";

export default function Page() {
  return (
    <Suspense>
      <PatientsPage />
    </Suspense>
  );
}
