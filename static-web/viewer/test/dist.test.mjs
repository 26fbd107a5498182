// What `npm run build` has made, read as a browser would ask for it. Run the build first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { inlineScriptHashes } from '../prepare/page.mjs';
import { buildId, dist, filesIn, publicPath, root } from '../prepare/paths.mjs';

assert.ok(existsSync(path.join(dist, 'index.html')), 'Run `npm run build` before these tests.');
const id = buildId();
const read = file => readFileSync(path.join(dist, file), 'utf8');
const served = filesIn(path.join(dist, 'static'));
const page = read('index.html');

test('the build is the one of the present sources', () => {
  assert.equal(JSON.parse(read('build.json')).id, id);
  assert.deepEqual([...new Set(served.map(file => file.split(path.sep)[0]))], [id]);
});

test('everything the page asks for exists', () => {
  const asked = [...page.matchAll(/(?:href|src)="\/viewer\/([^"]+)"/g)].map(match => match[1]);
  assert.ok(asked.length >= 7);
  for (const file of asked) assert.ok(existsSync(path.join(dist, file)), `${file} is missing`);
});

test('no bundle is left that loads its chunks from the root', () => {
  const bundles = served.filter(file => file.endsWith('.js'));
  const moved = bundles.filter(file => read(path.join('static', file)).includes(publicPath(id)));
  assert.ok(moved.length >= 8, 'eight bundles of OHIF carry the public path');
  for (const file of bundles) assert.doesNotMatch(read(path.join('static', file)), /\.p\s*=\s*"\/"/);
});

test('compressed copies hold the same bytes', () => {
  const app = served.find(file => /app\.bundle\.[0-9a-f]+\.js$/.test(file));
  const plain = readFileSync(path.join(dist, 'static', app));
  assert.deepEqual(brotliDecompressSync(readFileSync(path.join(dist, 'static', `${app}.br`))), plain);
  assert.deepEqual(gunzipSync(readFileSync(path.join(dist, 'static', `${app}.gz`))), plain);
});

test('no file is above the 8 MiB that Azure Front Door compresses', () => {
  for (const file of served.filter(name => /\.(js|css|wasm)$/.test(name))) {
    assert.ok(statSync(path.join(dist, 'static', file)).size < 8 * 1024 * 1024, `${file} is too big`);
  }
});

test('the published hashes are those of the page, and the site configuration has a place for them', () => {
  assert.deepEqual(JSON.parse(read('csp-hashes.json')), inlineScriptHashes(page));
  const site = readFileSync(path.join(root, '../staticwebapp.config.json'), 'utf8');
  assert.equal(site.split('{viewer-script-hashes}').length, 2);
  assert.equal(site.split('{portal-script-hashes}').length, 2);
});

test('the only data source is our own gateway', () => {
  const config = read(`static/${id}/app-config.js`);
  const namespaces = [...config.matchAll(/dataSourcesModule\.(\w+)/g)].map(match => match[1]);
  assert.deepEqual(namespaces, ['dicomweb']);
  assert.doesNotMatch(config, /https?:\/\/|dangerouslyUseDynamicConfig|customizationUrlPrefixes/);
});
