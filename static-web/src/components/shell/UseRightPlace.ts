"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { homeOf } from "@/components/shell/Menus";
import type { Me } from "@/core/api/Types";

/** Whether this page is not for this person now; they are led to where they can go on. */
export function useRightPlace(me: Me | undefined, page: string): boolean {
  const router = useRouter();
  const right = me && rightPlace(me, page);
  useEffect(() => {
    if (right && right !== page) router.replace(right);
  }, [right, page, router]);
  return Boolean(right && right !== page);
}

/** The profile for who owes a second factor; no worklist for who works nowhere. */
export function rightPlace(me: Me, page: string): string {
  if (me.second_factor_needed) return "/profile";
  return page === "/dashboard" && !me.menus.includes("dashboard") ? homeOf(me) : page;
}
