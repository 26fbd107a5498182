import { WorklistPage } from "@/components/worklist/WorklistPage";

export default function Page() {
  return <WorklistPage />;
}
