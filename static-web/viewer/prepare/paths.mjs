// Where things lie, and the address under which one build is served for ever.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const ohif = path.join(root, 'node_modules/@ohif/app');
export const dist = path.join(root, 'dist');

/** Every file below a folder, as paths relative to it, sorted. */
export function filesIn(folder, below = '') {
  return readdirSync(path.join(folder, below))
    .sort()
    .flatMap(name => {
      const file = path.join(below, name);
      return statSync(path.join(folder, file)).isDirectory() ? filesIn(folder, file) : [file];
    });
}

/** Ten hex digits that change whenever anything that goes into the build changes. */
export function buildId() {
  if (!existsSync(path.join(ohif, 'dist/index.html'))) {
    throw new Error('OHIF is not installed here. Run `npm ci` in static-web/viewer first.');
  }
  const ours = ['prepare', 'src', 'page'].flatMap(folder => filesIn(root, folder));
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...ours]) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 10);
}

/** The public folder of a build. The id in it lets every file be cached without end. */
export const publicPath = id => `/viewer/static/${id}/`;
