"use client";

import { useEffect, useSyncExternalStore } from "react";

let kept = { page: "", secret: "" };

/** What stood behind the #; kept here, and nowhere else, for as long as the page is open. */
function read(): string {
  const { hash, pathname } = window.location;
  const page = pathname.replace(/\/$/, "");
  if (hash.length > 1) kept = { page, secret: hash.slice(1) };
  return kept.page === page ? kept.secret : "";
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The secret of the link that led here. It leaves the address bar and the history at once. Null: not read yet. */
export function useFragment(): string | null {
  const secret = useSyncExternalStore<string | null>(subscribe, read, () => null);
  useEffect(() => {
    // After the router has taken its first look at the address, or it would put the secret back.
    const first = setTimeout(clean);
    window.addEventListener("hashchange", clean);
    return () => {
      clearTimeout(first);
      window.removeEventListener("hashchange", clean);
    };
  }, []);
  return secret;
}

function clean(): void {
  const { hash, pathname, search } = window.location;
  read();
  if (hash) window.history.replaceState(window.history.state, "", pathname + search);
}
