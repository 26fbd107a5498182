import type { ReportSections } from "@/core/api/Types";

/** Text that could not be saved yet, with the version it was written on. */
export interface Draft {
  readonly sections: ReportSections;
  readonly base: ReportSections;
}

/** Keeps one user's unsaved text of one report on this computer until it is saved. */
export class KeptDraft {
  private readonly key: string;

  constructor(
    user: string,
    study: string,
    private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  ) {
    this.key = `imagini.report.${user}.${study}`;
  }

  read(): Draft | null {
    try {
      return JSON.parse(this.storage.getItem(this.key) ?? "null") as Draft | null;
    } catch {
      return null;
    }
  }

  write(draft: Draft): void {
    try {
      this.storage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage must not stop the typing; the text is still on the page.
    }
  }

  clear(): void {
    this.storage.removeItem(this.key);
  }
}
