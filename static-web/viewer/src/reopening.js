// The current measurements of a study come back by themselves when it is opened.
import { listMeasurements } from './api.js';
import { eventually } from './eventually.js';
import { formatTime } from './language.js';

const OURS = 'imagini'; // what our viewer saved, perhaps elsewhere; other systems' reports are opened by hand, as OHIF does it

/** Call once an image is on screen. Resolves to true where measurements were brought back. */
export async function reopenMeasurements(studyUid, versions, tools) {
  const { services, commands, words, language, search = searchReports } = tools;
  const expected = await search(studyUid);
  if (!expected.length) return false;
  const { displaySetService } = services;
  const arrived = () => expected.flatMap(uid => displaySetService.getDisplaySetsForSeries(uid) ?? []);
  await eventually(() => expected.every(uid => displaySetService.getDisplaySetsForSeries(uid)?.length));
  const newest = newestReport(arrived());
  if (!newest || !(await bringBack(newest, commands))) return false;
  versions.begin(newest.instance);
  services.uiNotificationService.show({
    type: 'info',
    title: words.measurements,
    message: words.savedBy(observerOf(newest.instance), formatTime(momentOf(newest.instance), language)),
  });
  return true;
}

/** The report of ours that was written last, as {displaySet, instance}, or undefined. */
export const newestReport = displaySets =>
  displaySets
    .flatMap(displaySet => (displaySet.instances ?? []).map(instance => ({ displaySet, instance })))
    .filter(({ instance }) => instance.Manufacturer === OURS)
    .sort((a, b) => stamp(a.instance).localeCompare(stamp(b.instance)))
    .at(-1);

/** `again`: another report has been brought back from there before. */
export async function bringBack({ displaySet, instance }, commands, again = false) {
  if (displaySet.isHydrated && !again) return false; // somebody was faster than we
  if (displaySet.instance !== instance) Object.assign(displaySet, { instance, isLoaded: false, isHydrated: false });
  if (!displaySet.isLoaded) await displaySet.load();
  await eventually(() => displaySet.measurements.every(measurement => measurement.loaded)); // its images may still be on their way
  if (!displaySet.isRehydratable) return false;
  const restored = commands.runCommand('hydrateStructuredReport', { displaySetInstanceUID: displaySet.displaySetInstanceUID });
  commands.runCommand('restoreTrackedSeries', restored);
  return true;
}

/** The series of the set that is kept; else all that could hold what our viewer saved elsewhere. */
async function searchReports(studyUid) {
  const kept = await listMeasurements(studyUid).catch(() => null);
  if (kept?.series_instance_uid) return [kept.series_instance_uid];
  return await searchSeries(studyUid);
}

async function searchSeries(studyUid) {
  const answer = await fetch(`/api/dicomweb/studies/${encodeURIComponent(studyUid)}/series?Modality=SR`, {
    headers: { Accept: 'application/dicom+json' },
  });
  if (answer.status !== 200) return [];
  return (await answer.json()).map(row => row['0020000E'].Value[0]);
}

const stamp = ({ ContentDate, ContentTime }) => `${ContentDate ?? ''}${ContentTime ?? ''}`;

/** When it was written, by the clock of whoever wrote it: "20261122" and "173922" -> "2026-11-22T17:39:22". */
const momentOf = instance =>
  stamp(instance).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5:$6');

/** Given and family name of the author. */
export function observerOf(instance) {
  const [author] = [instance.AuthorObserverSequence ?? []].flat();
  const name = [author?.PersonName].flat()[0];
  const [family, given] = String(name?.Alphabetic ?? name ?? '').split('^');
  return [given, family].filter(Boolean).join(' ');
}
