import assert from 'node:assert/strict';
import test from 'node:test';
import { addCounts, assertCounts, EXPECTED, rewriteBundle, rewriteStyles } from '../prepare/rewrite.mjs';

const base = '/viewer/static/0123456789/';

test('a bundle asks for its chunks below the public path of the build', () => {
  const { text, counts } = rewriteBundle('a();__webpack_require__.p = "/";b();', base);
  assert.equal(text, `a();__webpack_require__.p = "${base}";b();`);
  assert.equal(counts.publicPath, 1);
});

test('a bundle without a public path is left as it is', () => {
  assert.equal(rewriteBundle('const p = "/";', base).text, 'const p = "/";');
});

test('modes that no page of ours opens are not registered, and so not loaded', () => {
  const push = (list, name) => `pluginImports_${list}.push("@ohif/${name}");`;
  const { text, counts } = rewriteBundle(push('modes', 'mode-longitudinal') + push('modes', 'mode-basic') + push('extensions', 'extension-ultrasound-pleura-bline'), base);
  assert.equal(text, push('modes', 'mode-longitudinal'));
  assert.equal(counts.unused, 2);
});

test('fonts are asked for below the public path of the build', () => {
  const { text, counts } = rewriteStyles('a{src:url(/x.woff2)}b{background:url(data:image/png)}', base);
  assert.equal(text, `a{src:url(${base}x.woff2)}b{background:url(data:image/png)}`);
  assert.equal(counts.fontUrls, 1);
});

test('counts of several files add up to what is expected of OHIF 3.13.2', () => {
  const half = { publicPath: 4, microscopy: 0, unused: 6, compiled: 2, fontUrls: 5 };
  const rest = { publicPath: 4, microscopy: 1, unused: 0, compiled: 1, fontUrls: 0 };
  assert.doesNotThrow(() => assertCounts(addCounts(half, rest)));
});

test('a rule that matches more or less often than expected stops the build with a sentence that names it', () => {
  assert.throws(() => assertCounts({ ...EXPECTED, publicPath: 7 }), /"publicPath" matched 7 times .* 8 were expected/);
  assert.throws(() => assertCounts({ ...EXPECTED, microscopy: 2 }), /"microscopy" matched 2 times/);
});
