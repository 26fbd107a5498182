import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../prepare/paths.mjs';
import { termIn } from '../src/terms.js';

const models = path.join(root, '../../shared/inference/models');
const manifests = readdirSync(models).map(model => JSON.parse(readFileSync(path.join(models, model, 'manifest.json'), 'utf8')));

test('all that our own models say is known in Spanish', () => {
  const said = manifests.flatMap(({ labels, notice }) => [...labels.map(label => label.name), notice]);
  assert.ok(said.length > 1);
  for (const text of said) assert.ok(termIn('es', text) !== text, `${text} has no Spanish`);
});

test('what a model says is left alone in English, and where it is not known', () => {
  assert.equal(termIn('en', 'Cardiomegaly'), 'Cardiomegaly');
  assert.equal(termIn('es', 'Cardiomegaly'), 'Cardiomegalia');
  assert.equal(termIn('es', 'Situs inversus'), 'Situs inversus');
  assert.equal(termIn('es', 'constructor'), 'constructor');
});
