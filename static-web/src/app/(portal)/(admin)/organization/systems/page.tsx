import { ClientsPage } from "@/components/clients/ClientsPage";

export default function Page() {
  return <ClientsPage />;
}
