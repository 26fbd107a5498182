import { ProfilePage } from "@/components/profile/ProfilePage";

export default function Page() {
  return <ProfilePage />;
}
