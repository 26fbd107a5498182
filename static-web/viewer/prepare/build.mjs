// npm run build: OHIF's prebuilt dist -> static-web/viewer/dist, ready to be served under /viewer/.
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle, transform } from 'esbuild';
import { compress } from './compress.mjs';
import { FIRST, MOVED, firstBundle, firstStyles } from './first.mjs';
import { assertMoved, inlineScriptHashes, preparePage } from './page.mjs';
import { buildId, dist, filesIn, ohif, publicPath, root } from './paths.mjs';
import { addCounts, assertCounts, rewriteBundle, rewriteStyles } from './rewrite.mjs';
import { isProgram, split } from './split.mjs';
import { isShipped } from './trim.mjs';

const started = performance.now();
const say = text => console.log(`viewer ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
const making = path.join(root, `node_modules/.making-${process.pid}`); // two builds at once do not share it
const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

async function isUpToDate(id) {
  const stamp = path.join(dist, 'build.json');
  return existsSync(stamp) && JSON.parse(await readFile(stamp, 'utf8')).id === id;
}

const minified = async (text, file) =>
  (await transform(text, { minify: true, loader: path.extname(file).slice(1), logLevel: 'silent' })).code;

/** One file of OHIF: rewritten and minified if it is code, copied if it is not. Returns what the rules matched. */
async function shipFile(file, target, base) {
  const from = path.join(ohif, 'dist', file);
  const to = path.join(target, file);
  await mkdir(path.dirname(to), { recursive: true });
  if (!/\.(js|css)$/.test(file)) {
    await cp(from, to);
    return {};
  }
  const rewrite = file.endsWith('.js') ? rewriteBundle : rewriteStyles;
  const { text, counts } = rewrite(await readFile(from, 'utf8'), base);
  const { moved, rest } = isProgram(file) ? split(text) : { rest: text };
  if (moved) await writeFile(path.join(target, MOVED), await minified(moved, file));
  await writeFile(to, await minified(rest, file));
  return counts;
}

async function shipOhif(target, base) {
  const files = filesIn(path.join(ohif, 'dist')).filter(isShipped);
  say(`${files.length} files of OHIF: rewriting and minifying`);
  let counts = {};
  for (const file of files) counts = addCounts(counts, await shipFile(file, target, base));
  assertCounts(counts);
  await writeFile(path.join(target, FIRST), await firstBundle(target, files));
  await rm(path.join(target, MOVED));
  await cp(path.join(ohif, 'LICENSE'), path.join(target, 'LICENSE-OHIF.txt'));
}

async function shipOurs(target, base) {
  await bundle({
    entryPoints: [path.join(root, 'src/index.js')],
    outfile: path.join(target, 'imagini/extension.js'),
    bundle: true, format: 'esm', target: 'es2022', minify: true, sourcemap: 'linked', logLevel: 'error',
  });
  await bundle({
    entryPoints: [path.join(root, 'src/early.js')],
    outfile: path.join(target, 'imagini/early.js'),
    bundle: true, format: 'iife', target: 'es2022', minify: true, logLevel: 'error',
  });
  for (const file of ['theme.css', 'panel.css', 'icon.svg']) {
    await cp(path.join(root, 'page', file), path.join(target, 'imagini', file));
  }
  const config = await readFile(path.join(root, 'page/app-config.js'), 'utf8');
  await writeFile(path.join(target, 'app-config.js'), config.replaceAll('{base}', base));
}

async function shipPage(folder, target, base) {
  const html = preparePage(await readFile(path.join(ohif, 'dist/index.html'), 'utf8'), base, await firstStyles(target));
  assertMoved(html);
  await writeFile(path.join(folder, 'index.html'), html);
  await writeFile(path.join(folder, 'csp-hashes.json'), `${JSON.stringify(inlineScriptHashes(html), null, 2)}\n`);
}

async function run() {
  const id = buildId();
  if (await isUpToDate(id)) return say(`build ${id} is up to date`);
  const target = path.join(making, 'static', id);
  await mkdir(path.join(target, 'imagini'), { recursive: true });
  await shipOhif(target, publicPath(id));
  await shipOurs(target, publicPath(id));
  await shipPage(making, target, publicPath(id));
  say('compressing');
  const size = await compress(filesIn(making).map(file => path.join(making, file)));
  say(`${size.files} files compressed: ${megabytes(size.plain)} -> ${megabytes(size.brotli)} brotli`);
  await writeFile(path.join(making, 'build.json'), `${JSON.stringify({ id })}\n`);
  await rm(dist, { recursive: true, force: true });
  await rename(making, dist);
  say(`build ${id} is in static-web/viewer/dist`);
}

run().catch(async error => {
  await rm(making, { recursive: true, force: true });
  console.error(`The viewer was not built. ${error.message}`);
  process.exitCode = 1;
});
