// Which saved versions the measurements on screen come from. Each save says so, and the server knows by it whether somebody else has
// saved meanwhile (docs/decisions/0018).

export class Versions {
  #open = []; // instances of saved reports
  #draft = null; // what is being saved

  /** What is on screen comes from this report, and from no other. */
  begin(instance) {
    this.#open = [instance];
  }

  /** This one's measurements have come beside them. */
  add(instance) {
    this.#open.push(instance);
  }

  /** Whether what is on screen comes from several reports. */
  get isJoined() {
    return this.#open.length > 1;
  }

  /** Called for a report that is about to be stored; it is changed in place. */
  mark(report) {
    const [first] = this.#open;
    if (first) {
      report.SeriesInstanceUID = first.SeriesInstanceUID;
      report.InstanceNumber = Math.max(...this.#open.map(({ InstanceNumber }) => Number(InstanceNumber) || 0)) + 1;
      report.PredecessorDocumentsSequence = [predecessors(first, this.#open)];
    }
    this.#draft = report;
  }

  /** The report that has been stored; from now on, what is on screen comes from it. Null where that was none of ours. */
  stored() {
    const saved = this.#draft;
    this.#draft = null;
    if (saved) this.begin(saved);
    return saved;
  }
}

/** One item of the sequence: the study, its series, and in that the reports (PS3.3 C.17.2). */
const predecessors = ({ StudyInstanceUID, SeriesInstanceUID }, open) => ({
  StudyInstanceUID,
  ReferencedSeriesSequence: [
    {
      SeriesInstanceUID,
      ReferencedSOPSequence: open.map(({ SOPClassUID, SOPInstanceUID }) => ({
        ReferencedSOPClassUID: SOPClassUID,
        ReferencedSOPInstanceUID: SOPInstanceUID,
      })),
    },
  ],
});
