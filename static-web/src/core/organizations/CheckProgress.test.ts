import { describe, expect, it } from "vitest";
import type { CheckedStep } from "@/core/api/Types";
import { translatorFor } from "@/core/i18n/Translate";
import { added, adviceOf } from "@/core/organizations/CheckProgress";

const step = (given: Partial<CheckedStep>): CheckedStep => ({
  step: "reach",
  status: "failed",
  advice: "The PACS did not answer within 10 s. Ask its administrators.",
  remark: "timeout",
  value: "10",
  ...given,
});

describe("what is said of a step", () => {
  it("is in the reader's language, with what to do about it", () => {
    expect(adviceOf(step({}), translatorFor("es"))).toBe(
      "No respondió en 10 s. Pregunte a sus administradores si está en marcha y si su cortafuegos deja pasar a imagini.",
    );
  });

  it("comes without advice where nothing failed", () => {
    const slow = step({ status: "passed", remark: "slow", value: "3.4" });
    expect(adviceOf(slow, translatorFor("en"))).toBe("It took 3.4 s to answer: people will wait.");
  });

  it("is the server's own sentence where it has no code", () => {
    expect(adviceOf(step({ remark: null, advice: "Odd." }), translatorFor("es"))).toBe("Odd.");
  });
});

describe("the progress of a check", () => {
  it("grows step by step, and ends with the whole", () => {
    const one = added({ done: [], check: null }, step({ step: "resolve", status: "passed" }));
    expect(one.done.map(({ step: name }) => name)).toEqual(["resolve"]);
    const whole = { works: false, steps: [...one.done], capabilities: null };
    expect(added(one, whole)).toEqual({ done: one.done, check: whole });
  });
});
