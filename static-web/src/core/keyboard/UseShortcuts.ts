"use client";

import { useEffect, useRef } from "react";

/** Keys ("j", "?", "g d") and what each does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** A sequence such as "g d" must be finished within this time, in milliseconds. */
const SEQUENCE_MS = 1000;

/** Listens on the page for keys typed outside of fields and dialogs. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    let pending = { key: "", at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommand(event)) return;
      const sequence = event.timeStamp - pending.at < SEQUENCE_MS ? `${pending.key} ${event.key}` : event.key;
      const action = current.current[sequence] ?? current.current[event.key];
      pending = { key: event.key, at: event.timeStamp };
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

function isCommand(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]");
}
