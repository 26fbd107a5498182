"use client";

import { useEffect } from "react";

/** The title of the browser's tab. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} · imagini`;
  }, [title]);
  return null;
}
