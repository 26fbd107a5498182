// The findings of the open study: read once, kept fresh while somebody looks, changed through the API.
import * as api from './api.js';

const FRESH_MS = 5000; // an analysis ends seconds after it was asked for; five seconds feel live and cost little

export class Findings extends EventTarget {
  #timer = 0;
  #watchers = 0;
  #changes = 0;

  constructor(studyUid) {
    super();
    this.studyUid = studyUid;
    this.list = null; // null until the first answer
    this.error = null;
    this.mayDecide = null; // null until the server has said
  }

  /** Reads now and every few seconds while the page is visible, until the returned function is called. */
  watch() {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#tick();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) clearTimeout(this.#timer);
    };
  }

  async #tick() {
    if (!document.hidden) await this.refresh();
    clearTimeout(this.#timer);
    if (this.#watchers > 0) this.#timer = setTimeout(() => this.#tick(), FRESH_MS);
  }

  /** Reads the list again. An answer that was overtaken by a decision made meanwhile is dropped. */
  async refresh() {
    const changes = this.#changes;
    try {
      const list = await api.listFindings(this.studyUid);
      this.mayDecide ??= await api.mayDecide();
      if (changes === this.#changes) this.list = list;
      this.error = null;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  approve = finding => this.#store(api.decide(finding.id, 'approve'), 'decided');
  decline = (finding, reason) => this.#store(api.decide(finding.id, 'decline', reason), 'decided');
  undo = finding => this.#store(api.undoDecision(finding.id), 'decided');
  describe = (finding, text) => this.#store(api.describe(finding.id, text), 'described');

  async #store(answer, event) {
    this.#changes += 1;
    const finding = await answer;
    this.#changes += 1;
    this.list = this.list.map(known => (known.id === finding.id ? finding : known));
    this.#changed();
    this.dispatchEvent(new CustomEvent(event, { detail: finding }));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
