// OHIF's program is one script of 8 MB, nearly all of it a list of modules. A part of the list is moved in front of it, into a script of its own: two
// of equal size are fetched and read at the same time.

const HEAD = '(() => {\nvar __webpack_modules__ = ({\n';
const TAIL = '\n});\n// The module cache\n';
const SHARE = 0.17; // of the program, so that either script has half of everything
const BETWEEN = /(?<=\n},\n)(?=\d+\()/;

export const isProgram = file => /^app\.bundle\.\w+\.js$/.test(file);

/** The first modules of the program as a script, and the program without them. */
export function split(program, share = SHARE) {
  const end = program.indexOf(TAIL);
  if (!program.startsWith(HEAD) || end < 0) throw new Error("OHIF's program has another form now: read prepare/split.mjs against it.");
  const modules = program.slice(HEAD.length, end).split(BETWEEN);
  const moved = [];
  for (let size = 0; modules.length && size < share * program.length; size += moved.at(-1).length) moved.push(modules.shift());
  return {
    moved: `(globalThis.rspackChunk = globalThis.rspackChunk || []).push([["imagini"], {\n${moved.join('')}}]);`,
    rest: `${HEAD}${modules.join('')}${program.slice(end)}`,
  };
}
