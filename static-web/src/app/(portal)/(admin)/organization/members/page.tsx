import { Suspense } from "react";
import { MembersPage } from "@/components/users/MembersPage";

export default function Page() {
  return (
    <Suspense>
      <MembersPage />
    </Suspense>
  );
}
