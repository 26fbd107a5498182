import assert from 'node:assert/strict';
import test from 'node:test';
import { isShipped } from '../prepare/trim.mjs';

for (const file of ['app.bundle.0f6159c501addfe9.js', 'app.bundle.css', '34b1e6b1deb5828e.wasm', 'assets/images/CT-Bone.png']) {
  test(`${file} is served`, () => assert.equal(isShipped(file), true));
}

for (const file of ['app.bundle.0f6159c501addfe9.js.map', 'ort/ort.wasm', 'sw.js', 'oidc-client.min.js', 'google.js', 'app-config.js', 'customizations/tools/ctPresets.jsonc']) {
  test(`${file} is left out`, () => assert.equal(isShipped(file), false));
}
