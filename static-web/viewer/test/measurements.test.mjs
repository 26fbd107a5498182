import assert from 'node:assert/strict';
import test from 'node:test';
import { needsHeader } from '../src/our_header.js';
import { newestReport, observerOf, reopenMeasurements } from '../src/reopening.js';
import { markReport } from '../src/saving.js';
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
  markReport({ naturalizedReport: saved }, wordsIn('es'));
  assert.deepEqual(saved, { Manufacturer: 'Unspecified', ManufacturerModelName: 'imagini viewer', SeriesDescription: 'Mediciones' });
});

test('a name that the radiologist gave is kept', () => {
  const saved = { SeriesDescription: 'Nodule follow-up' };
  markReport({ naturalizedReport: saved }, wordsIn('en'));
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
  return reopenMeasurements('1.2.3', { services, commands, words: wordsIn('en'), language: 'en', search }).then(() => ran);
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
