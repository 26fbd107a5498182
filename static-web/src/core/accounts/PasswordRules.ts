import { BLOCKED_PASSWORDS } from "@/core/accounts/BlockedPasswords";

/** The rules of shared/domain/password.py, told while somebody types; the server decides. */
export const SHORTEST = 15;
export const LONGEST = 128;
const OWN_PART = 8;
const PRODUCT = "imagini";

export interface PasswordVerdict {
  readonly long: boolean;
  readonly uncommon: boolean;
  readonly notOwn: boolean;
}

export function judgePassword(password: string, own: readonly string[]): PasswordVerdict {
  const text = password.normalize("NFKC");
  const plain = plainOf(text);
  const length = [...text].length;
  return {
    long: length >= SHORTEST && length <= LONGEST,
    uncommon: length > 0 && !BLOCKED.has(plain) && !isPattern(plain),
    notOwn: length > 0 && [...without(plain, own)].length >= OWN_PART,
  };
}

export function isGood(verdict: PasswordVerdict): boolean {
  return verdict.long && verdict.uncommon && verdict.notOwn;
}

/** As somebody guessing sees it: case and decoration make no difference. */
function plainOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || text;
}

/** One short piece again and again, or a walk along the alphabet or the digits. */
function isPattern(plain: string): boolean {
  if (/^(.{1,5}?)\1+.{0,4}$/su.test(plain)) return true;
  const codes = [...plain].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, at) => code - codes[at]!);
  const walks = (...allowed: number[]) => steps.every((step) => allowed.includes(step));
  return walks(1, -9) || walks(-1, 9);
}

function without(plain: string, own: readonly string[]): string {
  const words = new Set([...own.flatMap((text) => [text, ...text.split(/[@.\s_-]+/)]).map(plainOf), PRODUCT]);
  return [...words]
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ""), plain);
}

const BLOCKED = new Set(BLOCKED_PASSWORDS.map(plainOf));
