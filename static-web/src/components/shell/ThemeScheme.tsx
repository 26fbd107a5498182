"use client";

import { usePathname } from "next/navigation";
import { useLayoutEffect } from "react";
import { schemeOf } from "@/core/themes/ThemeStore";
import { useThemePreference } from "@/core/themes/UseThemePreference";

/** Keeps the colour scheme of <html> in step with the page and the preference. */
export function ThemeScheme() {
  const page = usePathname();
  const preference = useThemePreference();
  useLayoutEffect(() => {
    document.documentElement.dataset.scheme = schemeOf(page, preference);
  }, [page, preference]);
  return null;
}
