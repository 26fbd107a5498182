// Runs before OHIF: asks for the first image while OHIF's programs are still being read, and hands it over when OHIF asks for the same.
import { firstFrame, firstSeries } from './first_frame.js';
import { whole } from './whole.js';

const ROOT = '/api/dicomweb';
const FRAMES = /\/api\/dicomweb\/[^?]*\/frames\/\d+$/;
const PIXELS = { headers: { Accept: 'multipart/related; type=application/octet-stream; transfer-syntax=*' } }; // as OHIF asks for them
const ROWS = { headers: { Accept: 'application/dicom+json' } };

const { fetch: ask } = window;
const early = new Map(); // by address: the answer that is on its way

/** When the first of OHIF's programs has come: until then the line is theirs. */
const programsAreHere = new Promise(resolve => addEventListener('imagini:program', resolve, { once: true }));

async function rows(path) {
  const answer = await ask(`${ROOT}/${path}`, ROWS);
  return answer.ok ? answer.json() : [];
}

async function askForFirstFrame(study) {
  const series = firstSeries(await rows(`studies/${study}/series?includefield=00080021%2C00080031%2C0008103E%2C00200011`));
  const frame = series && firstFrame(await rows(`studies/${study}/series/${series}/metadata`));
  if (!frame) return;
  await programsAreHere;
  const address = new URL(`${ROOT}/studies/${study}/series/${series}/instances/${frame}/frames/1`, location.href).href;
  early.set(address, ask(address, PIXELS).then(whole).catch(() => null));
}

/** Each answer with pixels in one piece; the first one as it is on its way. Where that failed, OHIF hears so from a request of its own. */
window.fetch = async (what, how) => {
  const address = new URL(what.url ?? what, location.href).href;
  if (!FRAMES.test(address)) return ask(what, how);
  const coming = early.get(address);
  early.delete(address);
  const come = await coming;
  return come?.ok ? come : whole(await ask(what, how));
};

const query = new URLSearchParams(location.search);
const study = query.get('StudyInstanceUIDs')?.split(',')[0];
if (study && !/series/i.test([...query.keys()].join())) askForFirstFrame(study).catch(() => {}); // OHIF asks again, and says what is wrong
