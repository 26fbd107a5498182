import type { ReactNode } from "react";
import { AdminFrame } from "@/components/shell/AdminFrame";

/** Administration, and oneself: light, with breadcrumbs, as wide as its tables need. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return <AdminFrame>{children}</AdminFrame>;
}
