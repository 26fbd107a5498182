"use client";

import { useEffect, useState } from "react";
import { ApiError } from "@/core/api/ApiError";

export interface Wait {
  /** Seconds until the next try. */
  readonly left: number;
  /** Seconds that there were at first; 0 when nobody has to wait. */
  readonly whole: number;
  /** Begins to wait if this is why the server refused. */
  readonly begin: (error: unknown) => boolean;
}

/** Too many attempts: counts down the time that the server asks for. */
export function useWait(): Wait {
  const [until, setUntil] = useState({ at: 0, whole: 0 });
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!until.at) return;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until.at - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil({ at: 0, whole: 0 });
    }, 250);
    return () => clearInterval(timer);
  }, [until]);

  const begin = (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 429) return false;
    const seconds = Math.max(1, error.wait);
    setUntil({ at: Date.now() + seconds * 1000, whole: seconds });
    setLeft(seconds);
    return true;
  };
  return { left, whole: until.whole, begin };
}
