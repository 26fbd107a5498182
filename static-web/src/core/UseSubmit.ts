"use client";

import { useState } from "react";

/** One thing at a time that may be refused: whether it is under way, and why it failed. */
export function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  return { run, busy, error, forget: () => setError(null) };
}
