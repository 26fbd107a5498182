import { ApiError, NetworkError } from "@/core/api/ApiError";
import type { Versioned } from "@/core/api/ApiService";
import type { Report, ReportSections, SectionName } from "@/core/api/Types";
import type { KeptDraft } from "@/core/report/KeptDraft";
import { sameSections } from "@/core/report/Sections";

/** Where the text stands, for the reader to see in words. */
export type SaveState =
  | { readonly kind: "clean" | "changed" | "saving" | "offline" }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "conflict"; readonly theirs: Versioned<Report> };

export interface Autosaved {
  readonly sections: ReportSections;
  /** The text as last agreed with the server: what both sides of a conflict started from. */
  readonly base: ReportSections;
  readonly save: SaveState;
}

export interface ReportStore {
  get(): Promise<Versioned<Report>>;
  put(sections: ReportSections, etag: string): Promise<Versioned<Report>>;
}

const PAUSE_MS = 800;
const RETRY_MS = 5000;

/**
 * Saves a report while it is being written: after a pause in typing, one request at a time,
 * each on the version it was written on. Nothing typed is ever lost or silently overwritten.
 */
export class ReportAutosave {
  private state: Autosaved;
  private etag: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    loaded: Versioned<Report>,
    private readonly store: ReportStore,
    private readonly kept: KeptDraft,
  ) {
    const { sections } = loaded.body;
    this.etag = loaded.etag;
    this.state = { sections, base: sections, save: { kind: "clean" } };
    this.takeUpKeptDraft(loaded);
  }

  readonly snapshot = (): Autosaved => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  edit(name: SectionName, text: string): void {
    const sections = { ...this.state.sections, [name]: text };
    if (this.state.save.kind === "conflict") this.publish({ sections });
    else {
      this.publish({ sections, save: this.state.save.kind === "offline" ? this.state.save : { kind: "changed" } });
      this.saveIn(PAUSE_MS);
    }
    if (this.state.save.kind !== "changed") this.keep();
  }

  /** Saves now what is unsaved; false if it could not be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.underWay) await this.underWay;
    if (this.state.save.kind === "conflict") return false;
    if (sameSections(this.state.sections, this.state.base)) return true;
    this.underWay = this.save();
    const saved = await this.underWay;
    this.underWay = null;
    return saved;
  }

  /** Ends a conflict: the text that both versions became, saved upon theirs. */
  resolve(sections: ReportSections): Promise<boolean> {
    if (this.state.save.kind !== "conflict") return Promise.resolve(false);
    const { theirs } = this.state.save;
    this.etag = theirs.etag;
    this.publish({ sections, base: theirs.body.sections, save: { kind: "changed" } });
    return this.flush();
  }

  /** Keeps unsaved text on this computer: when saving fails, and when the page goes away. */
  readonly keep = (): void => {
    const { sections, base } = this.state;
    if (!sameSections(sections, base)) this.kept.write({ sections, base });
  };

  readonly retryNow = (): void => {
    if (this.state.save.kind === "offline") this.saveIn(0);
  };

  private async save(): Promise<boolean> {
    const { sections } = this.state;
    this.publish({ save: { kind: "saving" } });
    try {
      const saved = await this.store.put(sections, this.etag);
      return this.settle(sections, saved);
    } catch (error) {
      await this.explain(error);
      this.keep();
      return false;
    }
  }

  private settle(sent: ReportSections, saved: Versioned<Report>): boolean {
    this.etag = saved.etag;
    const complete = sameSections(sent, this.state.sections);
    this.publish({ base: sent, save: complete ? { kind: "saved", at: Date.now() } : { kind: "changed" } });
    if (complete) this.kept.clear();
    else this.saveIn(PAUSE_MS);
    return complete;
  }

  private async explain(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.status === 412) return this.meetTheirs();
    if (error instanceof ApiError && error.status < 500) {
      return this.publish({ save: { kind: "refused", detail: error.detail } });
    }
    this.publish({ save: { kind: "offline" } });
    this.saveIn(RETRY_MS);
  }

  private async meetTheirs(): Promise<void> {
    try {
      const theirs = await this.store.get();
      if (sameSections(theirs.body.sections, this.state.base)) return this.retryOn(theirs.etag);
      this.publish({ save: { kind: "conflict", theirs } });
    } catch (error) {
      const kind = error instanceof NetworkError ? "offline" : "changed";
      this.publish({ save: { kind } });
      this.saveIn(RETRY_MS);
    }
  }

  /** The version moved on but not its text (a finding was decided, say): nobody to merge with. */
  private retryOn(etag: string): void {
    this.etag = etag;
    this.publish({ save: { kind: "changed" } });
    this.saveIn(0);
  }

  private takeUpKeptDraft(loaded: Versioned<Report>): void {
    const draft = this.kept.read();
    if (!draft || sameSections(draft.sections, loaded.body.sections)) return this.kept.clear();
    const untouched = sameSections(draft.base, loaded.body.sections);
    const save: SaveState = untouched ? { kind: "changed" } : { kind: "conflict", theirs: loaded };
    this.state = { sections: draft.sections, base: draft.base, save };
    if (untouched) this.saveIn(PAUSE_MS);
  }

  private saveIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private publish(change: Partial<Autosaved>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
