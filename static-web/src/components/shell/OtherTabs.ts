"use client";

import { useEffect } from "react";

const CHANNEL = "imagini.organization";

/** All tabs share one session: what it is about has just changed. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Begins anew when another tab has changed the organization: nothing of the former stays on the screen. */
export function useOtherTabs(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => window.location.assign("/");
    return () => channel.close();
  }, []);
}
