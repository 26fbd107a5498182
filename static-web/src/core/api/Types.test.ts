import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";

const openapi = new URL("../../../openapi.json", import.meta.url);
const generated = new URL("./Types.gen.ts", import.meta.url);

it("the types are those of openapi.json; otherwise: npm run api-types", async () => {
  expect(readFileSync(generated, "utf8")).toContain(astToString(await openapiTS(openapi)));
});
