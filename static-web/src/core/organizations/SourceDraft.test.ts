import { describe, expect, it } from "vitest";
import type { Source } from "@/core/api/Types";
import { accessOf, draftOf, keepsSecret, NEW_SOURCE, problemsOf } from "@/core/organizations/SourceDraft";

const KEPT: Source = {
  type: "pacs",
  url: "https://pacs.example.org/dicom-web",
  auth: "basic",
  username: "imagini",
  token_url: null,
  client_id: "",
  scope: "",
  has_secret: true,
  capabilities: null,
};
const draft = draftOf(KEPT);

describe("where studies live, while it is typed", () => {
  it("says nothing of a secret that was not typed", () => {
    expect(accessOf(draft)).toEqual({ auth: "basic", username: "imagini" });
    expect(accessOf({ ...draft, secret: "new" })).toMatchObject({ secret: "new" });
  });

  it("leaves out what other credentials would need", () => {
    expect(accessOf({ ...draft, auth: "none", secret: "old" })).toEqual({ auth: "none", username: "" });
  });

  it("keeps the secret for the same server only", () => {
    expect(keepsSecret({ ...draft, url: "https://pacs.example.org/other" }, KEPT)).toBe(true);
    expect(keepsSecret({ ...draft, url: "https://thief.example.org/dicom-web" }, KEPT)).toBe(false);
    expect(keepsSecret({ ...draft, auth: "bearer" }, KEPT)).toBe(false);
  });

  it.each([
    [NEW_SOURCE, ["url"]],
    [{ ...NEW_SOURCE, url: "pacs.example.org" }, ["url"]],
    [{ ...NEW_SOURCE, url: "https://pacs.example.org" }, []],
    [{ ...NEW_SOURCE, type: "archive" as const }, []],
    [{ ...draft, auth: "oauth" as const }, ["tokenUrl", "clientId", "secret"]],
    [{ ...draft, username: " " }, ["username", "secret"]],
  ])("names what is missing in %j", (typed, missing) => {
    expect(Object.keys(problemsOf(typed, false))).toEqual(missing);
  });

  it("asks for no secret where one is kept", () => {
    expect(problemsOf(draft, true)).toEqual({});
  });
});
