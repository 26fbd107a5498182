import { describe, expect, it } from "vitest";
import { sentenceFor, sentences } from "@/core/i18n/Sentences";
import { translatorFor } from "@/core/i18n/Translate";

const [en, es] = [translatorFor("en"), translatorFor("es")];
const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("a sentence of the server", () => {
  it("is said in Spanish, with what it speaks of", () => {
    expect(sentenceFor("The PACS did not answer within 10 s.", es, "?")).toBe("El PACS no respondió en 10 s.");
    expect(sentenceFor("The file has no SOP Instance UID.", es, "?")).toBe("El archivo no tiene SOP Instance UID.");
  });

  it("is left as it came for who reads English", () => {
    expect(sentenceFor("The PACS is busy.", en, "?")).toBe("The PACS is busy.");
    expect(sentenceFor("", en, "?")).toBe("?");
  });

  it("may be several, and one within another", () => {
    const said = "Chest X-ray reads modality DX or CR, not CT. The study has no series, or no model is switched on.";
    expect(sentenceFor(said, es, "?")).toMatch(/^Chest X-ray lee la modalidad DX o CR, no CT\. El estudio no tiene/);
    expect(sentenceFor("not a chest X-ray (Model A reads view PA, not LL.)", es, "?")).toBe(
      "No es una radiografía de tórax (Model A lee la proyección PA, no LL).",
    );
  });

  it("is chosen by its own words before one that any word fits", () => {
    expect(sentenceFor("There is no such user.", es, "?")).toBe("No existe ese usuario.");
    expect(sentenceFor("There is no such heliport.", es, "?")).toBe("No existe, o no es suyo.");
  });

  it("that is not known is said otherwise", () => {
    expect(sentenceFor("A sentence of next year.", es, "Otra cosa.")).toBe("Otra cosa.");
  });

  it("speaks of the same in both languages, with usted and without exclamation marks", () => {
    const said = Object.entries(sentences);
    const known = (english: string, spanish: string) => gaps(spanish).every((gap) => gaps(english).includes(gap));
    expect(said.filter(([english, spanish]) => !known(english, spanish))).toEqual([]);
    expect(said.filter(([, spanish]) => /[!¡]|\b(tú|tu|tus|puedes|haz|elige|escribe)\b/i.test(spanish))).toEqual([]);
  });
});
