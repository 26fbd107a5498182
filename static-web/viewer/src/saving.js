// What our viewer writes into the reports of measurements that it saves. The server recognizes them by this and puts the name of
// whoever is signed in on them (shared/infrastructure/part10/measurement_reports.py).

const UNNAMED = 'Create Report'; // what OHIF calls a report that nobody gave a name

/** OHIF's hook before it stores an object; the report is changed in place. */
export function markReport({ naturalizedReport, dicomDict }, words, versions) {
  naturalizedReport.Manufacturer = 'Unspecified'; // also where it follows a report that carries our name
  naturalizedReport.ManufacturerModelName = 'imagini viewer';
  if (naturalizedReport.SeriesDescription === UNNAMED) naturalizedReport.SeriesDescription = words.measurements;
  versions.mark(naturalizedReport);
  return dicomDict;
}
