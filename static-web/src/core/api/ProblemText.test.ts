import { describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "@/core/api/ApiError";
import { problemText } from "@/core/api/ProblemText";
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
    "is in the server's own words for %s",
    async (type) => {
      expect(problemText(await refusal(type), es)).toBe("In the server's words.");
    },
  );

  it("says how long to wait", () => {
    const slow = new ApiError(429, "Too many attempts.", {}, "", 40);
    expect(problemText(slow, en)).toMatch(/wait 40 seconds/);
    expect(problemText(new ApiError(429, "Too many attempts.", {}, "", 120), es)).toMatch(/Espere 2 minutos/);
  });

  it("says that nobody answered", () => {
    expect(problemText(new NetworkError(new TypeError("failed")), es)).toMatch(/^El servidor no responde/);
  });
});
