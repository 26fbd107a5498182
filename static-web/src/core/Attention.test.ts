import { afterEach, describe, expect, it, vi } from "vitest";
import { isLeft, watchAttention } from "@/core/Attention";

describe("a page that asks again and again", () => {
  const desk = new EventTarget() as Window;

  afterEach(() => {
    vi.useRealTimers();
  });

  it("stops ten minutes after somebody last touched it, and goes on when they come back", () => {
    vi.useFakeTimers();
    const leave = watchAttention(desk);
    desk.dispatchEvent(new Event("keydown"));
    vi.advanceTimersByTime(9 * 60_000);
    expect(isLeft()).toBe(false);
    vi.advanceTimersByTime(2 * 60_000);
    expect(isLeft()).toBe(true);
    desk.dispatchEvent(new Event("pointermove"));
    expect(isLeft()).toBe(false);
    leave();
  });
});
