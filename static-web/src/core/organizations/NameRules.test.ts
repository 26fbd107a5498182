import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isName, judgeName } from "@/core/organizations/NameRules";

interface NameSchema {
  readonly pattern: string;
  readonly maxLength: number;
}

const api = JSON.parse(readFileSync("openapi.json", "utf8"));
const body = api.paths["/api/organizations"].post.requestBody.content["application/json"].schema;
const schema = body.properties.name as NameSchema;
const ENDS = ["", "_", "1", "a", "A", "-", "\n", "é"];
const NAMES = ENDS.flatMap((first) =>
  ENDS.flatMap((last) => ["", "b", "b_2", "b".repeat(62)].map((m) => first + m + last)),
);

describe("the rules of a name", () => {
  it.each(NAMES)("are the server's for %j", (name) => {
    const lawful = new RegExp(schema.pattern).test(name) && name.length <= schema.maxLength && !name.includes("\n");
    expect(isName(name)).toBe(lawful);
  });

  it.each([
    ["abc", "long"],
    ["Abcd", "letters"],
    ["ab-c", "letters"],
    ["abcd\n", "letters"],
    ["1abc", "digit"],
    ["_abc", "underscore"],
    ["abcd_", "underscore"],
  ])("say of %j what is wrong: %s", (name, rule) => {
    const broken = Object.entries(judgeName(name)).filter(([, kept]) => !kept);
    expect(broken.map(([broke]) => broke)).toEqual([rule]);
  });

  it("tick nothing before anything is typed", () => {
    expect(Object.values(judgeName("")).some(Boolean)).toBe(false);
  });
});
