import { PatientPage } from "@/components/studies/PatientPage";

export default function Page() {
  return <PatientPage />;
}
