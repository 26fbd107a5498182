// OHIF's bundles expect to live at "/". These rules move them; each must match exactly as often as it did in 3.13.2.
import { withoutCompiling } from './grid.mjs';

const PUBLIC_PATH = '__webpack_require__.p = "/";';
const MICROSCOPY = "browserImportFunction('/dicom-microscopy-viewer/";
const UNUSED = /pluginImports_(?:modes|extensions)\.push\("@ohif\/(?:mode-(?:basic|tmtv|microscopy|preclinical-4d)|(?:mode|extension)-ultrasound-pleura-bline)"\);/g;

/** What must be found in all bundles together. A new OHIF that differs stops the build instead of breaking in a browser. */
export const EXPECTED = { publicPath: 8, microscopy: 1, unused: 6, compiled: 3, fontUrls: 5 };

/** The text with every occurrence replaced, and how many there were. */
export function replaceCounted(text, from, to) {
  const parts = text.split(from);
  return { text: parts.join(to), count: parts.length - 1 };
}

export function rewriteBundle(text, base) {
  const moved = replaceCounted(text, PUBLIC_PATH, `__webpack_require__.p = ${JSON.stringify(base)};`);
  const done = replaceCounted(moved.text, MICROSCOPY, `browserImportFunction('${base}dicom-microscopy-viewer/`);
  const unused = done.text.match(UNUSED) ?? [];
  const plain = withoutCompiling(done.text.replace(UNUSED, ''));
  const counts = { publicPath: moved.count, microscopy: done.count, unused: unused.length, compiled: plain.count, fontUrls: 0 };
  return { text: plain.text, counts };
}

export function rewriteStyles(text, base) {
  const moved = replaceCounted(text, 'url(/', `url(${base}`);
  return { text: moved.text, counts: { publicPath: 0, microscopy: 0, unused: 0, compiled: 0, fontUrls: moved.count } };
}

/** Throws a sentence that names the first rule whose count is not the expected one. */
export function assertCounts(found, expected = EXPECTED) {
  for (const [rule, count] of Object.entries(expected)) {
    if (found[rule] !== count) {
      throw new Error(
        `The rewrite "${rule}" matched ${found[rule] ?? 0} times in OHIF's files, but ${count} were expected. ` +
          'OHIF has changed: read prepare/rewrite.mjs against the new version, then correct the rule or the count.',
      );
    }
  }
}

export const addCounts = (a, b) =>
  Object.fromEntries(Object.keys(EXPECTED).map(rule => [rule, (a[rule] ?? 0) + (b[rule] ?? 0)]));
