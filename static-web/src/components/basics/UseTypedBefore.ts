"use client";

import { useLayoutEffect, useRef, type ChangeEvent, type ChangeEventHandler } from "react";

type OnChange = ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement>;

/** What somebody typed, or the browser filled in, before the page came to life would be lost with its next change. */
export function useTypedBefore(id: string, value: unknown, onChange: OnChange | undefined): void {
  const alive = useRef(false);
  useLayoutEffect(() => {
    if (alive.current) return;
    alive.current = true;
    const field = document.getElementById(id);
    if (value !== "" || !(field instanceof HTMLInputElement) || !field.value) return;
    onChange?.({ target: field } as ChangeEvent<HTMLInputElement>);
  }, [id, value, onChange]);
}
