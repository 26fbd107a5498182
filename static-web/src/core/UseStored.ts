"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A small setting of this browser (a pane's width, a folded sidebar), shared by all who use its key. */
export function useStored(key: string): [value: string | null, store: (value: string | null) => void] {
  const name = `imagini.${key}`;
  const value = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(name),
    () => null,
  );
  const store = useCallback(
    (next: string | null) => {
      if (next === null) localStorage.removeItem(name);
      else localStorage.setItem(name, next);
      listeners.forEach((listener) => listener());
    },
    [name],
  );
  return [value, store];
}
