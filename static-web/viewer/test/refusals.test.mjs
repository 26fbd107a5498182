import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../prepare/paths.mjs';
import { IN_SPANISH, refusalIn } from '../src/refusals.js';
import { sentenceFor, wordsIn } from '../src/words.js';

const portal = readFileSync(path.join(root, '../src/core/i18n/sentences/ProblemSentences.ts'), 'utf8');

test('a refusal is said as the portal says it', () => {
  for (const [english, spanish] of Object.entries(IN_SPANISH)) {
    assert.ok(portal.includes(`${JSON.stringify(english)}:`), english);
    assert.ok(portal.includes(JSON.stringify(spanish)), spanish);
  }
});

test('nobody who reads Spanish is told something in English', () => {
  const error = { kind: 'server', detail: 'This report is signed and can no longer change.' };
  assert.equal(sentenceFor(error, wordsIn('en')), error.detail);
  assert.equal(sentenceFor(error, wordsIn('es')), 'Este informe está firmado y ya no puede cambiar.');
  assert.equal(sentenceFor({ ...error, detail: 'Something new.' }, wordsIn('es')), wordsIn('es').errors.server);
  assert.equal(refusalIn('es', 'constructor'), '');
});
