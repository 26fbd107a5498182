"use client";

import { useEffect } from "react";

let channel: BroadcastChannel | undefined; // one for both ends: it does not hear itself

/** All tabs share one session: what it is about has just changed. */
export function tellOtherTabs(): void {
  channel?.postMessage("changed");
}

/** Begins anew when another tab has changed the organization: nothing of the former stays on the screen. */
export function useOtherTabs(): void {
  useEffect(() => {
    channel = new BroadcastChannel("imagini.organization");
    channel.onmessage = () => window.location.assign("/");
    return () => {
      channel?.close();
      channel = undefined;
    };
  }, []);
}
