"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { homeOf } from "@/components/shell/Menus";
import { useMe } from "@/core/api/UseApi";

/** Leads to where one begins; without a session the request for it leads to the sign-in page. */
export default function HomePage() {
  const router = useRouter();
  const { data: me } = useMe();
  useEffect(() => {
    if (me) router.replace(homeOf(me));
  }, [me, router]);
  return <title>imagini</title>;
}
