import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { gridsOf, withoutCompiling } from '../prepare/grid.mjs';
import { ohif } from '../prepare/paths.mjs';

/** OHIF's own ndarray, as it is and as we change it. */
const dist = path.join(ohif, 'dist');
const bundle = readFileSync(path.join(dist, readdirSync(dist).find(name => /^9383\.bundle\.\w+\.js$/.test(name))), 'utf8');
const modules = text => text.slice(0, text.indexOf('\n86186(')) + '}]);';
const load = (text, strings) => {
  const chunks = [];
  vm.runInContext(modules(text), vm.createContext({ rspackChunk: chunks, Object, Array }, { codeGeneration: { strings, wasm: false } }));
  const need = id => {
    const module = { exports: {} };
    chunks[0][1][id](module, module.exports, need);
    return module.exports;
  };
  return need(3293);
};
const [theirs, ours] = [load(bundle, true), load(withoutCompiling(bundle).text, false)]; // false: as our policy has it

const VIEWS = {
  whole: grid => grid,
  'a corner': grid => grid.lo(1, 2).hi(3, 4),
  'one side only': grid => grid.hi(null, 3).lo(2),
  'upside down': grid => grid.step(-1, 1),
  'every second, backwards': grid => grid.step(2, -2),
  turned: grid => grid.transpose(1, 0),
  'turned and mirrored': grid => grid.transpose(1, 0).step(1, -1),
  'a row': grid => grid.pick(2),
  'a column of a corner': grid => grid.lo(1, 1).pick(null, 2),
};

const cellsOf = grid => {
  const [rows, columns] = [grid.shape[0], grid.shape[1] ?? 1];
  return Array.from({ length: rows * columns }, (_, n) => grid.get(Math.floor(n / columns), n % columns));
};

for (const [name, view] of Object.entries(VIEWS)) {
  test(`a grid that compiles nothing shows the same of ${name}`, () => {
    const data = Uint8Array.from({ length: 35 }, (_, n) => n * 7);
    const [expected, found] = [theirs, ours].map(ndarray => view(ndarray(data, [5, 7])));
    for (const fact of ['shape', 'stride', 'offset', 'size', 'dimension', 'dtype', 'order']) {
      assert.deepEqual([...[found[fact]].flat()], [...[expected[fact]].flat()], fact);
    }
    assert.deepEqual(cellsOf(found), cellsOf(expected));
  });
}

test('before our change the policy would be violated', () => {
  assert.throws(() => load(bundle, false)(new Uint8Array(4), [2, 2]), /Code generation from strings disallowed/);
});

test('what is set is there, in the data too', () => {
  const data = new Uint8Array(6);
  const grid = gridsOf('uint8', 2, () => [])(data, [2, 3], [3, 1], 0);
  assert.equal(grid.set(1, 2, 9), 9);
  assert.deepEqual([grid.get(1, 2), grid.transpose(1, 0).get(2, 1), data[5]], [9, 9, 9]);
});
