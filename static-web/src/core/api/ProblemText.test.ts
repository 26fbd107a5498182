import { describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "@/core/api/ApiError";
import { fieldTexts, problemText } from "@/core/api/ProblemText";
import { translatorFor } from "@/core/i18n/Translate";

const [en, es] = [translatorFor("en"), translatorFor("es")];
const refusal = async (type: string) => {
  const body = { type, title: "Conflict", status: 409, detail: "In the server's words." };
  return ApiError.from(new Response(JSON.stringify(body), { status: 409 }));
};

describe("what is said of an error", () => {
  it("is in the reader's language where its reason is known", async () => {
    const error = await refusal("urn:imagini:last-admin");
    expect(problemText(error, en)).toMatch(/^An organization keeps/);
    expect(problemText(error, es)).toMatch(/^Una organización conserva/);
  });

  it.each(["about:blank", "urn:imagini:never-heard-of", "urn:imagini:"])(
    "is in the server's own words for %s, and what the status means where these are not known in Spanish",
    async (type) => {
      expect(problemText(await refusal(type), en)).toBe("In the server's words.");
      expect(problemText(await refusal(type), es)).toMatch(/^No se ha hecho/);
    },
  );

  it("is a sentence of the server in Spanish where it has no reason", () => {
    expect(problemText(new ApiError(403, "Your role does not allow this."), es)).toBe("Su rol no lo permite.");
    expect(problemText(new ApiError(503, "The PACS did not answer within 10 s.", {}, "timeout"), es)).toBe(
      "El PACS no respondió en 10 s.",
    );
  });

  it("names what is wrong with each field", () => {
    const fields = { name: "A name has no capital letters.", odd: "Input should be a valid barometer." };
    expect(fieldTexts(new ApiError(422, "", fields), en)).toEqual(fields);
    expect(fieldTexts(new ApiError(422, "", fields), es)).toEqual({
      name: "Un nombre no tiene mayúsculas.",
      odd: "Este valor no es válido.",
    });
  });

  it("says how long to wait", () => {
    const slow = new ApiError(429, "Too many attempts.", {}, "", 40);
    expect(problemText(slow, en)).toMatch(/wait 40 seconds/);
    expect(problemText(new ApiError(429, "Too many attempts.", {}, "", 120), es)).toMatch(/Espere 2 minutos/);
  });

  it("says that nobody answered", () => {
    expect(problemText(new NetworkError(new TypeError("failed")), es)).toMatch(/^El servidor no responde/);
  });
});
