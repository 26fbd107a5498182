// Puts the assets of the page that shows the API (functions/support/documentation.py) beside the portal: no CDN.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const target = fileURLToPath(new URL("../out/api-docs/", import.meta.url));
// validatorUrl: it would tell somebody else's server about this document
const start = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers["X-Imagini-Csrf"] = "1";
    return request;
  },
});
`;

mkdirSync(target, { recursive: true });
for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) cpSync(join(source, file), join(target, file));
writeFileSync(join(target, "start.js"), start);
console.log("API documentation: out/api-docs");
