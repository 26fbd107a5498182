// What became of measurements that were saved: the current version, or one beside somebody else's, who saved first.
import { listMeasurements } from './api.js';
import { formatTime } from './language.js';
import { bringBack } from './reopening.js';

const LONG_MS = 60000; // a message with something to decide stays

export async function afterSaving(studyUid, versions, tools) {
  const joined = versions.isJoined;
  const saved = versions.stored();
  if (!saved) return;
  letComeBack(saved, tools.services);
  const kept = await listMeasurements(studyUid);
  const mine = kept.versions.find(one => one.sop_instance_uid === saved.SOPInstanceUID);
  const theirs = kept.versions.find(one => one.is_current);
  if (mine && theirs && mine !== theirs) tellOfAnother(studyUid, mine, theirs, versions, tools);
  else if (joined) tools.reload(); // OHIF brings back no report that was made of several
}

/** OHIF clears the image after a save and shows the report that it has stored; of a series that came back before it would not. */
function letComeBack({ SeriesInstanceUID }, { displaySetService }) {
  for (const displaySet of displaySetService.getDisplaySetsForSeries(SeriesInstanceUID) ?? []) displaySet.isHydrated = false;
}

function tellOfAnother(studyUid, mine, theirs, versions, tools) {
  const { services, words, language } = tools;
  services.uiNotificationService.show({
    type: 'warning',
    title: words.measurements,
    message: words.savedBefore(theirs.author, formatTime(theirs.saved_at, language), mine.number),
    duration: LONG_MS,
    action: { label: words.addTheirs, onClick: () => void bringTheirs(studyUid, theirs, versions, tools) },
  });
}

/** Their measurements beside ours; saved together, they become the next version. */
export async function bringTheirs(studyUid, theirs, versions, { services, commands, extensions, words }) {
  const before = services.measurementService.getMeasurements();
  const found = await fetchReport(studyUid, theirs.sop_instance_uid, services, extensions);
  if (!found || !(await bringBack(found, commands, true))) {
    services.uiNotificationService.show({ type: 'error', title: words.measurements, message: words.notBrought });
    return;
  }
  versions.add(found.instance);
  for (const uid of twins(before, services.measurementService.getMeasurements())) services.measurementService.remove(uid);
}

async function fetchReport(studyUid, sopUid, { displaySetService }, extensions) {
  const { series_instance_uid: seriesUid } = await listMeasurements(studyUid);
  const [source] = extensions.getActiveDataSource();
  const forget = () => source.deleteStudyMetadataPromise(`${source.getConfig?.().name ?? 'imagini'}:${studyUid}`); // as OHIF keeps it
  forget();
  const wanted = { StudyInstanceUID: studyUid, filters: { seriesInstanceUID: [seriesUid] }, madeInClient: true };
  await source.retrieve.series.metadata(wanted);
  forget();
  for (const displaySet of displaySetService.getDisplaySetsForSeries(seriesUid) ?? []) {
    const instance = displaySet.instances?.find(one => one.SOPInstanceUID === sopUid);
    if (instance) return { displaySet, instance };
  }
  return null;
}

/** Of what came: the measurements that were there already, as both versions grew from one. */
export function twins(before, after) {
  const known = new Set(before.map(({ uid }) => uid));
  return after.filter(one => !known.has(one.uid) && before.some(other => isSame(one, other))).map(({ uid }) => uid);
}

const isSame = (a, b) =>
  a.toolName === b.toolName &&
  a.SOPInstanceUID === b.SOPInstanceUID &&
  a.label === b.label &&
  a.points?.length === b.points?.length &&
  (a.points ?? []).every((point, n) => point.every((value, axis) => Math.abs(value - b.points[n][axis]) < ROUNDED));

const ROUNDED = 0.01; // mm: a report holds coordinates in four bytes
