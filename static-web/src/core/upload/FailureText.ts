import type { TextKey } from "@/core/i18n/Texts";
import type { Translator } from "@/core/i18n/Translate";

type PlainReason = Extract<TextKey, "upload.notDicom" | "upload.noSpace" | "upload.notSupported" | "upload.notAllowed">;

/** A sentence for a Failure Reason (0008,1197) that came without a comment. PS3.18 table I.2-2. */
export function failureText(code: number | null, t: Translator): string {
  const key = reasonKey(code ?? 0);
  return key ? t(key) : t("upload.noReason", { code: hexadecimal(code ?? 0) });
}

function reasonKey(code: number): PlainReason | null {
  if (code === 0x0122 || code === 0xc122) return "upload.notSupported";
  if (code === 0x0124) return "upload.notAllowed";
  if (code >= 0xa700 && code <= 0xa7ff) return "upload.noSpace";
  if ((code >= 0xa900 && code <= 0xa9ff) || (code >= 0xc000 && code <= 0xcfff)) return "upload.notDicom";
  return null;
}

function hexadecimal(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
