"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useMe } from "@/core/api/UseApi";

/** Leads to the dashboard; without a session the request for it leads to the sign-in page. */
export default function HomePage() {
  const router = useRouter();
  const { data: me } = useMe();
  useEffect(() => {
    if (me) router.replace("/dashboard");
  }, [me, router]);
  return null;
}
