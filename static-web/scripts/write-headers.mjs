// Writes out/staticwebapp.config.json: the committed configuration with the hashes of every inline script filled in.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "out");
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = readdirSync(out, { recursive: true }).filter(
  (name) => name.endsWith(".html") && !name.startsWith("viewer"),
);
const portal = new Set(pages.flatMap((page) => hashesOf(readFileSync(join(out, page), "utf8"))));
const viewer = readViewerHashes(join(root, "viewer/dist/csp-hashes.json"));

const config = readFileSync(join(root, "staticwebapp.config.json"), "utf8")
  .replaceAll("{portal-script-hashes}", [...portal].sort().join(" "))
  .replaceAll("{viewer-script-hashes}", viewer.join(" "));
writeFileSync(join(out, "staticwebapp.config.json"), JSON.stringify(JSON.parse(config), null, 2));
console.log(
  `staticwebapp.config.json: ${portal.size} inline scripts of ${pages.length} portal pages, ${viewer.length} of the viewer`,
);

function hashesOf(html) {
  return [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
}

function readViewerHashes(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}
