import assert from 'node:assert/strict';
import test from 'node:test';
import { assertMoved, inlineScriptHashes, preparePage } from '../prepare/page.mjs';

const base = '/viewer/static/0123456789/';
const ohifs =
  '<html><head><meta name="msapplication-TileImage" content="/assets/tile.png"><script>window.PUBLIC_URL="/"</script>' +
  '<link rel="manifest" href="/manifest.json"><script rel="preload" as="script" src="/app-config.js"></script>' +
  '<script rel="preload" as="script" type="module" src="/init-service-worker.js"></script><title>OHIF Viewer</title>' +
  '<script>function browserImportFunction(n){return import(n)}window.PUBLIC_URL="/"</script></head><body></body></html>';

test('the page asks for nothing at the root of the site', () => {
  assert.doesNotThrow(() => assertMoved(preparePage(ohifs, base)));
  assert.throws(() => assertMoved(ohifs), /points outside \/viewer\/static\//);
});

test('the page loads our styles and no service worker', () => {
  const page = preparePage(ohifs, base);
  assert.match(page, new RegExp(`href="${base}imagini/panel.css"`));
  assert.doesNotMatch(page, /service-worker|manifest/);
});

test('the hashes are those of the inline scripts, whatever the build', () => {
  const hashes = inlineScriptHashes(preparePage(ohifs, base));
  assert.equal(hashes.length, 2);
  assert.match(hashes[0], /^'sha256-[A-Za-z0-9+/]{43}='$/);
  assert.deepEqual(inlineScriptHashes(preparePage(ohifs, '/viewer/static/another/')), hashes);
});

test('a hash is the one that a browser computes', () => {
  // echo -n 'a()' | openssl dgst -sha256 -binary | base64
  const expected = 'qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=';
  assert.equal(inlineScriptHashes('<script>a()</script><script>b()</script>')[0], `'sha256-${expected}'`);
});

test('a third inline script stops the build', () => {
  assert.throws(() => inlineScriptHashes(`${ohifs}<script>more()</script>`), /holds 3 inline scripts, but 2 were expected/);
});
