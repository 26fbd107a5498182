import { ReportPage } from "@/components/report/ReportPage";

export default function Page() {
  return <ReportPage />;
}
