// What OHIF loads before it shows a first image: 25 files in four rounds, each asked for by the one before. Here they come as one file, at
// once. A chunk that is in it counts as loaded; one that is missing, or is not needed, costs time and nothing else: `./imagini bench viewer` tells.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** By the names of OHIF 3.13.2. */
export const FIRST_CHUNKS = [
  1673, 6938, 6489, 6495, 8478, 89, 2623, 6749, 5696, 1483, 9383, 7248, 781, 9415, 3500, 9116, 100, 5406, 3760, 9068, 899, 5448, 5910, 7463, 1206,
];
export const FIRST_STYLES = [6214, 2623, 3833, 781, 9415, 3760, 5910, 7463];
export const FIRST = 'first.bundle.js';
export const MOVED = 'moved.js'; // by split.mjs, into the above

/** All of it as one script, which says when it runs: what it comes with is here. `files` are the shipped ones; each chunk must be among them. */
export async function firstBundle(folder, files) {
  const chunks = FIRST_CHUNKS.map(id => {
    const file = files.find(name => name.startsWith(`${id}.bundle.`));
    if (!file) throw new Error(`OHIF has no chunk ${id} any more: read prepare/first.mjs against the new version.`);
    return file;
  });
  const scripts = await Promise.all([MOVED, ...chunks].map(file => readFile(path.join(folder, file), 'utf8')));
  return ['dispatchEvent(new Event("imagini:program"));', ...scripts.map(script => `(()=>{${script}})();`)].join('\n');
}

/** Their styles as the page may carry them; OHIF's loader looks for `data-href` before it asks for a file. */
export async function firstStyles(folder) {
  const styles = FIRST_STYLES.map(async id => [id, await readFile(path.join(folder, `${id}.css`), 'utf8')]);
  const seen = new Set();
  return (await Promise.all(styles))
    .map(([id, text]) => `<style data-href="${id}.css">${seen.has(text) ? '' : seen.add(text) && text.trim()}</style>`)
    .join('');
}
