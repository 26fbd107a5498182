"use client";

import { useEffect, useState } from "react";

const TICK_MS = 5_000;

/** How many whole minutes are left until an instant; below 1 in the last one. Tells once when it is over. */
export function useRemaining(until: string, onOver: () => void): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  const left = Date.parse(until) - now;
  const over = left <= 0;
  useEffect(() => {
    if (over) onOver();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, whatever is to be done then
  }, [over]);
  return Math.floor(left / 60_000);
}
