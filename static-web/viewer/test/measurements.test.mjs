import assert from 'node:assert/strict';
import test from 'node:test';
import { twins } from '../src/after_saving.js';
import { isStore, needsHeader } from '../src/our_header.js';
import { newestReport, observerOf, reopenMeasurements } from '../src/reopening.js';
import { markReport } from '../src/saving.js';
import { Versions } from '../src/versions.js';
import { wordsIn } from '../src/words.js';

const PAGE = 'https://a.example/viewer/viewer?StudyInstanceUIDs=1.2.3';
const report = (time, more) => ({ Manufacturer: 'imagini', ContentDate: '20261122', ContentTime: time, ...more });

test('only requests that change something on our own server carry our header', () => {
  assert.equal(needsHeader('post', '/api/dicomweb/studies', PAGE), true);
  assert.equal(needsHeader('GET', '/api/dicomweb/studies', PAGE), false);
  assert.equal(needsHeader('POST', 'https://b.example/studies', PAGE), false);
});

test('a saved report names our viewer, and not the name that stands on the report before it', () => {
  const saved = { Manufacturer: 'imagini', ManufacturerModelName: 'x', SeriesDescription: 'Create Report' };
  markReport({ naturalizedReport: saved }, wordsIn('es'), new Versions());
  assert.deepEqual(saved, { Manufacturer: 'Unspecified', ManufacturerModelName: 'imagini viewer', SeriesDescription: 'Mediciones' });
});

test('a name that the radiologist gave is kept', () => {
  const saved = { SeriesDescription: 'Nodule follow-up' };
  markReport({ naturalizedReport: saved }, wordsIn('en'), new Versions());
  assert.equal(saved.SeriesDescription, 'Nodule follow-up');
});

test('of all reports the last that our viewer saved comes back', () => {
  const [early, late, foreign] = [report('090000'), report('173922'), report('235959', { Manufacturer: 'Siemens' })];
  assert.equal(newestReport([{ instances: [late, foreign] }, { instances: [early] }, {}]).instance, late);
  assert.equal(newestReport([{ instances: [foreign] }]), undefined);
});

test('the author is named as people say it', () => {
  assert.equal(observerOf({ AuthorObserverSequence: [{ PersonName: [{ Alphabetic: 'Núñez^Ada' }] }] }), 'Ada Núñez');
  assert.equal(observerOf({ AuthorObserverSequence: { PersonName: 'Lovelace^Ada' } }), 'Ada Lovelace');
  assert.equal(observerOf({}), '');
});

const opened = displaySet => {
  const ran = [];
  const services = {
    displaySetService: { getDisplaySetsForSeries: () => [displaySet] },
    uiNotificationService: { show: ({ message }) => ran.push(message) },
  };
  const commands = { runCommand: name => ran.push(name) };
  const search = async () => ['1.2.3.9'];
  return reopenMeasurements('1.2.3', new Versions(), { services, commands, words: wordsIn('en'), language: 'en', search }).then(() => ran);
};

test('measurements come back once, and it is said whose they are', async () => {
  const instance = report('173922', { ContentDate: '20040304', AuthorObserverSequence: { PersonName: 'Lovelace^Ada' } });
  const displaySet = { instance, instances: [instance], measurements: [{ loaded: true }], isLoaded: true, isRehydratable: true };
  assert.deepEqual(await opened(displaySet), ['hydrateStructuredReport', 'restoreTrackedSeries', 'Saved by Ada Lovelace, Mar 4, 2004']);
  assert.deepEqual(await opened({ ...displaySet, isHydrated: true }), []);
  assert.deepEqual(await opened({ ...displaySet, isRehydratable: false }), []);
});

test('of a series with several reports the last is read, whichever the viewer has read before', async () => {
  const [first, last] = [report('090000'), report('100000')];
  const displaySet = { instance: first, instances: [first, last], isLoaded: true };
  displaySet.load = async () => Object.assign(displaySet, { isLoaded: true, measurements: [] });
  await opened(displaySet);
  assert.equal(displaySet.instance, last);
});

const saved = (number, more) => ({
  StudyInstanceUID: '1.2.3', SeriesInstanceUID: '1.2.3.9', SOPClassUID: '1.2', SOPInstanceUID: `1.2.3.9.${number}`, InstanceNumber: number, ...more,
});
const before = report => report.PredecessorDocumentsSequence[0].ReferencedSeriesSequence[0].ReferencedSOPSequence.map(one => one.ReferencedSOPInstanceUID);

test('a save says which versions it was made upon, and the next one that it was made upon this', () => {
  const versions = new Versions();
  versions.begin(saved(1));
  const second = saved(7, { SeriesInstanceUID: '1.2.3.77' });
  versions.mark(second);
  assert.deepEqual([before(second), second.SeriesInstanceUID, second.InstanceNumber], [['1.2.3.9.1'], '1.2.3.9', 2]);

  assert.equal(versions.stored(), second);
  assert.equal(versions.isJoined, false);
  versions.add(saved(3));
  assert.equal(versions.isJoined, true);
  const fourth = saved(9);
  versions.mark(fourth);
  assert.deepEqual([before(fourth), fourth.InstanceNumber], [['1.2.3.9.7', '1.2.3.9.3'], 4]);
});

test('the first save is left as the viewer wrote it, and what others store is no save of ours', () => {
  const versions = new Versions();
  assert.equal(versions.stored(), null);
  const first = saved(1);
  versions.mark(first);
  assert.equal(first.PredecessorDocumentsSequence, undefined);
});

test('only what stores files is a save', () => {
  assert.equal(isStore('post', '/api/dicomweb/studies', PAGE), true);
  assert.equal(isStore('get', '/api/dicomweb/studies', PAGE), false);
  assert.equal(isStore('post', '/api/studies/1.2.3/opening', PAGE), false);
});

test('what two versions share is on the image once', () => {
  const line = (uid, x, more) => ({ uid, toolName: 'Length', SOPInstanceUID: '1.1', label: '', points: [[x, 0, 0], [9, 9, 0]], ...more });
  const ours = [line('a', 1)];
  const all = [...ours, line('b', 1.00001), line('c', 2), line('d', 1, { SOPInstanceUID: '1.2' })];
  assert.deepEqual(twins(ours, all), ['b']);
});
