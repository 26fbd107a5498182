import { Suspense } from "react";
import { SettingsPage } from "@/components/organizations/SettingsPage";

export default function Page() {
  return (
    <Suspense>
      <SettingsPage />
    </Suspense>
  );
}
