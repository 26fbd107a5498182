import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BLOCKED_PASSWORDS } from "@/core/accounts/BlockedPasswords";
import { isGood, judgePassword } from "@/core/accounts/PasswordRules";

const OWN = ["ada.lovelace@example.org", "Ada", "Lovelace"];
const judge = (password: string) => judgePassword(password, OWN);

describe("the rules of a password", () => {
  it.each(["seven quiet pianos in a row", "correct-horse-battery", "nueve garzas río arriba"])(
    "are kept by %j",
    (password) => expect(isGood(judge(password))).toBe(true),
  );

  it("ask for fifteen characters, however they are written, and no more than 128", () => {
    expect(["fourteen chars", "fifteen chars ok", "x9".repeat(65)].map((one) => judge(one).long)).toEqual([
      false,
      true,
      false,
    ]);
    expect(judge("🎹".repeat(14)).long).toBe(false);
  });

  it.each(["aaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "12345678901234567", "Zyxwvutsrqponml", "1q2w3e4r5t6y7u8i"])(
    "refuse %j, which is tried first",
    (password) => expect(judge(password).uncommon).toBe(false),
  );

  it.each(["ada.lovelace@example.org", "Lovelace-Ada-imagini", "ADA lovelace ada 1815"])(
    "refuse %j, made of what is known",
    (password) => expect(judge(password).notOwn).toBe(false),
  );

  it("tick nothing for nothing", () => {
    expect(judge("")).toEqual({ long: false, uncommon: false, notOwn: false });
  });

  it("block what the server blocks", () => {
    const file = readFileSync(new URL("../../../../shared/domain/blocked_passwords.txt", import.meta.url), "utf8");
    expect(BLOCKED_PASSWORDS).toEqual(file.split("\n").filter((line) => line && !line.startsWith("#")));
  });
});
