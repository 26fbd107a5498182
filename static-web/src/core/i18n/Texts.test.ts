import { describe, expect, it } from "vitest";
import type { Message } from "@/core/i18n/Messages";
import { texts } from "@/core/i18n/Texts";
import { translatorFor } from "@/core/i18n/Translate";

const keys = Object.keys(texts.en) as (keyof typeof texts.en)[];
const forms = (message: Message) => (typeof message === "string" ? [message] : [message.one, message.other]);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the catalogues", () => {
  it("have the same keys in English and Spanish", () => {
    expect(Object.keys(texts.es).sort()).toEqual([...keys].sort());
  });

  it("say something everywhere", () => {
    expect(
      keys.filter((key) => [...forms(texts.en[key]), ...forms(texts.es[key])].some((text) => !text.trim())),
    ).toEqual([]);
  });

  it("fill the same values into both languages", () => {
    const filled = (message: Message) => JSON.stringify(forms(message).map(placeholders));
    expect(keys.filter((key) => filled(texts.en[key]) !== filled(texts.es[key]))).toEqual([]);
  });

  it("address the reader with usted and without exclamation marks", () => {
    const all = keys.flatMap((key) => [...forms(texts.en[key]), ...forms(texts.es[key])]).join(" ");
    expect(all).not.toMatch(/[!¡]/);
    expect(keys.flatMap((key) => forms(texts.es[key])).join(" ")).not.toMatch(
      /\b(tú|tu|tus|puedes|haz|elige|escribe)\b/i,
    );
  });
});

describe("a translator", () => {
  const [en, es] = [translatorFor("en"), translatorFor("es")];

  it("chooses singular and plural", () => {
    expect([1, 0, 2].map((count) => en("studies.images", { count }))).toEqual(["1 image", "0 images", "2 images"]);
    expect([1, 0, 64].map((count) => es("studies.images", { count }))).toEqual([
      "1 imagen",
      "0 imágenes",
      "64 imágenes",
    ]);
  });

  it("writes numbers as the language does", () => {
    expect(en("studies.images", { count: 12345 })).toBe("12,345 images");
    expect(es("studies.images", { count: 12345 })).toBe("12.345 imágenes");
  });

  it("fills names in as they are", () => {
    expect(en("findings.by", { name: "Ana {x} $&" })).toBe("by Ana {x} $&");
  });
});
