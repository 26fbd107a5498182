"use client";

import { useEffect, useRef, useState } from "react";

/** How long a pause in typing is, in milliseconds. */
const PAUSE_MS = 250;

/** What is being typed; searched for when the typing pauses, replaced when another search comes from elsewhere. */
export function useSearchText(value: string, onSearch: (words: string) => void) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setText(value);
      setSent(value);
    }
  }

  const type = (typed: string) => {
    setText(typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const words = typed.trim();
      setSent(words);
      onSearch(words);
    }, PAUSE_MS);
  };
  return { text, type };
}
