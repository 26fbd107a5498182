// Runs before OHIF: asks for what OHIF will ask for until the first image, while its programs are still on their way, and hands that over.
import { firstFrame, firstSeries } from './first_frame.js';
import { handOver } from './hand_over.js';
import { whole } from './whole.js';

const ROOT = '/api/dicomweb';
const FRAMES = /\/api\/dicomweb\/[^?]*\/frames\/\d+$/;
const PIXELS = { headers: { Accept: 'multipart/related; type=application/octet-stream; transfer-syntax=*' } }; // as OHIF asks for them
const ROWS = { headers: { Accept: 'application/dicom+json' } };
const ABOUT_STUDY = 'limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060%2C00080090%2C00100030';
const ABOUT_SERIES = 'includefield=00080021%2C00080031%2C0008103E%2C00200011';

const { fetch: ask } = window;
const absolute = address => new URL(address, location.href).href;
const texts = new Map(); // by address: an answer that is here, and how often OHIF asks for it
const frames = new Map(); // by address: an answer that is on its way

/** When the first of OHIF's programs has come: until then the line is theirs. */
const programsAreHere = new Promise(resolve => addEventListener('imagini:program', resolve, { once: true }));

async function rows(path, times = 1) {
  const answer = await ask(`${ROOT}/${path}`, ROWS);
  if (answer.status !== 200) return [];
  const text = await answer.text();
  texts.set(absolute(`${ROOT}/${path}`), { text, times });
  return JSON.parse(text);
}

async function askForFirstFrame(study) {
  const series = firstSeries(await rows(`studies/${study}/series?${ABOUT_SERIES}`));
  const frame = series && firstFrame(await rows(`studies/${study}/series/${series}/metadata`));
  if (!frame) return;
  await programsAreHere;
  const address = absolute(`${ROOT}/studies/${study}/series/${series}/instances/${frame}/frames/1`);
  frames.set(address, ask(address, PIXELS).then(whole).catch(() => null));
}

/** Each answer with pixels in one piece; the first one as it is on its way. Where that failed, OHIF hears so from a request of its own. */
window.fetch = async (what, how) => {
  const address = absolute(what.url ?? what);
  if (!FRAMES.test(address)) return ask(what, how);
  texts.clear(); // OHIF has asked for them; later it is to hear what is so then
  const coming = frames.get(address);
  frames.delete(address);
  const come = await coming;
  return come?.ok ? come : whole(await ask(what, how));
};

const query = new URLSearchParams(location.search);
const study = query.get('StudyInstanceUIDs')?.split(',')[0];
if (study && !/series/i.test([...query.keys()].join())) {
  handOver(texts, absolute);
  const leave = () => {}; // OHIF asks again, and says what is wrong
  rows(`studies?${ABOUT_STUDY}&StudyInstanceUID=${study}`, 2).catch(leave);
  askForFirstFrame(study).catch(leave);
}
