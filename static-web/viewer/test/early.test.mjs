import assert from 'node:assert/strict';
import test from 'node:test';
import { isProgram, split } from '../prepare/split.mjs';
import { firstFrame, firstSeries } from '../src/first_frame.js';
import { taken } from '../src/hand_over.js';
import { whole } from '../src/whole.js';

const row = values => Object.fromEntries(Object.entries(values).map(([tag, value]) => [tag, { Value: [value] }]));
const series = (uid, number, modality) => row({ '0020000E': uid, '00200011': number, '00080060': modality });
const instance = (uid, number, rows) => row({ '00080018': uid, '00200013': number, ...(rows && { '00280010': rows }) });

test('the series with the lowest number comes first, of those that have images', () => {
  assert.equal(firstSeries([series('a', 3, 'CT'), series('b', 1, 'SR'), series('c', 2, 'CT')]), 'c');
  assert.equal(firstSeries([series('b', 1, 'SR'), {}]), null);
  assert.equal(firstSeries([]), null);
});

test('the image with the lowest number comes first, of those that have pixels', () => {
  assert.equal(firstFrame([instance('a', 10, 64), instance('b', 2, 64), instance('c', 1)]), 'b');
  assert.equal(firstFrame([instance('c', 1)]), null);
});

test('of a volume the image that is farthest along the normal comes first', () => {
  const slice = (uid, number, z, direction) => ({
    ...instance(uid, number, 64), '00200032': { Value: [0, 0, z] }, '00200037': { Value: direction },
  });
  const [axial, seenFromBelow] = [[1, 0, 0, 0, 1, 0], [1, 0, 0, 0, -1, 0]];
  assert.equal(firstFrame([slice('a', 1, 0, axial), slice('b', 2, 9, axial), slice('c', 3, 4, axial)]), 'b');
  assert.equal(firstFrame([slice('a', 2, 0, seenFromBelow), slice('b', 1, 9, seenFromBelow)]), 'a');
  assert.equal(firstFrame([slice('a', 2, 0, axial), instance('b', 1, 64)]), 'b');
});

test('an answer in many pieces is handed over in one', async () => {
  const body = new ReadableStream({
    start(pieces) {
      for (const number of [1, 2, 3]) pieces.enqueue(new Uint8Array([number]));
      pieces.close();
    },
  });
  const answer = await whole(new Response(body, { headers: { 'Content-Type': 'multipart/related' } }));
  assert.equal(answer.headers.get('Content-Type'), 'multipart/related');
  const reader = answer.body.getReader();
  assert.deepEqual(await reader.read(), { done: false, value: new Uint8Array([1, 2, 3]) });
  assert.equal((await reader.read()).done, true);
});

test('a refusal is handed over as it is', async () => {
  const refusal = new Response('no', { status: 403 });
  assert.equal(await whole(refusal), refusal);
});

test('an answer is taken as often as it may be, and then asked for again', () => {
  const texts = new Map([['https://a.example/rows', { text: '[]', times: 2 }]]);
  const take = () => taken(texts, 'https://a.example/rows');
  assert.deepEqual([take(), take(), take(), taken(texts, 'https://a.example/others')], ['[]', '[]', null, null]);
});

test('of the program the first modules go into a script of their own, and none is lost', () => {
  const modules = [1, 2, 3, 4].map(id => `${id}(module) {\nmodule.exports = ${id};\n},\n`);
  const program = `(() => {\nvar __webpack_modules__ = ({\n${modules.join('')}\n});\n// The module cache\nstart(__webpack_modules__);\n})()`;
  const { moved, rest } = split(program, 0.2);
  const chunks = [];
  let left;
  new Function('rspackChunk', moved.replace(/globalThis\./g, ''))(chunks);
  new Function('start', rest)(modules => (left = modules));
  assert.deepEqual([Object.keys(chunks[0][1]), Object.keys(left)], [['1', '2'], ['3', '4']]);
  assert.throws(() => split('another();'), /another form/);
});

test('only the program itself is divided', () => {
  assert.deepEqual(['app.bundle.0f6159c501addfe9.js', 'app.bundle.css', '89.bundle.b327bf3664812958.js'].map(isProgram), [true, false, false]);
});
