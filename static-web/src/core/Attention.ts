/** After which a page counts as left, in milliseconds: well before a session that nobody uses has rested enough to end. */
const LEFT_AFTER_MS = 10 * 60_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "focus"] as const;

let touched = Date.now();

/** Asking the server again and again for nobody would keep the session of a left desk open. */
export function isLeft(): boolean {
  return Date.now() - touched > LEFT_AFTER_MS;
}

export function watchAttention(target: Window): () => void {
  const touch = () => {
    touched = Date.now();
  };
  SIGNS.forEach((sign) => target.addEventListener(sign, touch, { passive: true, capture: true }));
  return () => SIGNS.forEach((sign) => target.removeEventListener(sign, touch, { capture: true }));
}
