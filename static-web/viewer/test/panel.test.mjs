import assert from 'node:assert/strict';
import test from 'node:test';
import { actionOf } from '../src/keys.js';
import { chooseLanguage, formatPercent, formatTime } from '../src/language.js';
import { matrixOf } from '../src/matrix.js';
import { noticesOf } from '../src/panel.js';
import { isFromPortal } from '../src/portal.js';
import { greyOf } from '../src/small_copy.js';
import { wordsIn } from '../src/words.js';

test('a probability has two decimals and a space before the percent sign, in both languages', () => {
  assert.equal(formatPercent(0.6057, 'en'), '60.57 %');
  assert.equal(formatPercent(0.6057, 'es'), '60,57 %');
  assert.equal(formatPercent(1, 'en'), '100.00 %');
});

test('a decision of today shows its time, an older one its date', () => {
  const now = new Date('2026-11-22T18:00:00');
  assert.equal(formatTime('2026-11-22T16:05:00', 'en', now), '16:05');
  assert.match(formatTime('2026-11-20T16:05:00', 'en', now), /Nov 20, 2026/);
  assert.equal(formatTime(null, 'en', now), '');
});

test('the address decides the language, then the portal, then the browser', () => {
  assert.equal(chooseLanguage('?lng=es', 'en', 'en-GB'), 'es');
  assert.equal(chooseLanguage('?a=b', 'es', 'en-GB'), 'es');
  assert.equal(chooseLanguage('', '', 'es-MX'), 'es');
  assert.equal(chooseLanguage('', '', 'de'), 'en');
});

test('both languages have every word', () => {
  const shape = words => Object.entries(words).map(([key, word]) => [key, typeof word === 'object' ? shape(word) : typeof word]);
  assert.deepEqual(shape(wordsIn('es')), shape(wordsIn('en')));
});

test('a notice that several findings carry stands once', () => {
  const finding = notice => ({ model: { notice } });
  assert.deepEqual(noticesOf([finding('not for clinical use'), finding('not for clinical use'), finding('')]), ['not for clinical use']);
});

test('our keys act except while somebody types or holds another key', () => {
  const press = (key, more) => actionOf({ key, target: { tagName: 'CANVAS' }, ...more });
  assert.equal(press('a'), 'approve');
  assert.equal(press('J'), 'next');
  assert.equal(press('x'), undefined);
  assert.equal(press('a', { ctrlKey: true }), undefined);
  assert.equal(press('d', { target: { tagName: 'TEXTAREA' } }), undefined);
});

test('only messages of the portal itself, from our own origin, are heard', () => {
  const portal = {};
  const message = { origin: 'https://a.example', source: portal, data: { type: 'imagini:findings-changed' } };
  assert.equal(isFromPortal(message, portal, 'https://a.example'), true);
  assert.equal(isFromPortal({ ...message, source: {} }, portal, 'https://a.example'), false);
  assert.equal(isFromPortal(message, portal, 'https://b.example'), false);
  assert.equal(isFromPortal({ ...message, data: 'hello' }, portal, 'https://a.example'), false);
});

test('the overlay follows an image that is zoomed by two, moved and turned by a quarter', () => {
  const turned = (x, y) => [100 - 2 * y, 50 + 2 * x];
  const [a, b, c, d, e, f] = matrixOf(turned, 200, 400);
  for (const [x, y] of [[0, 0], [200, 0], [37, 251]]) {
    assert.deepEqual([a * x + c * y + e, b * x + d * y + f], turned(x, y));
  }
});

test('a thumbnail shows the image under its own window', () => {
  const softTissue = { slope: 1, intercept: -1024, windowCenter: [40], windowWidth: [400] };
  assert.equal(greyOf(0, softTissue), 0);
  assert.equal(greyOf(1024 + 40, softTissue), 128);
  assert.equal(greyOf(4000, softTissue), 255);
  assert.equal(greyOf(4000, { ...softTissue, invert: true }), 0);
});
