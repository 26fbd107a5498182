import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, NetworkError } from "@/core/api/ApiError";
import type { Versioned } from "@/core/api/ApiService";
import type { Report, ReportSections } from "@/core/api/Types";
import { KeptDraft } from "@/core/report/KeptDraft";
import { ReportAutosave } from "@/core/report/ReportAutosave";

const EMPTY: ReportSections = {
  clinical_information: "",
  indication: "",
  technique: "",
  comparison: "",
  findings: "",
  impression: "",
  recommendations: "",
};
const versioned = (sections: Partial<ReportSections>, etag: string) =>
  ({ body: { sections: { ...EMPTY, ...sections } }, etag }) as unknown as Versioned<Report>;

/** A server that keeps one report, as the real one does: by version. */
class Server {
  current = versioned({}, "1");
  online = true;
  puts = 0;

  get = async () => {
    if (!this.online) throw new NetworkError("away");
    return this.current;
  };

  put = async (sections: ReportSections, etag: string) => {
    this.puts += 1;
    if (!this.online) throw new NetworkError("away");
    if (etag !== this.current.etag) throw new ApiError(412, "Somebody else saved this report.");
    return this.store(sections);
  };

  store(sections: Partial<ReportSections>) {
    return (this.current = versioned(sections, String(Number(this.current.etag) + 1)));
  }
}

class Memory {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

let server: Server;
let memory: Memory;
const open = (loaded = server.current) => new ReportAutosave(loaded, server, new KeptDraft("u1", "1.2", memory));
const pause = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  memory = new Memory();
});
afterEach(() => void vi.useRealTimers());

describe("a report being written", () => {
  it("is saved once after a pause, not at every key", async () => {
    const report = open();
    report.edit("impression", "N");
    report.edit("impression", "No");
    report.edit("impression", "Normal.");
    expect(report.snapshot().save.kind).toBe("changed");
    await pause();
    expect(report.snapshot().save.kind).toBe("saved");
    expect(server.puts).toBe(1);
    expect(server.current.body.sections.impression).toBe("Normal.");
  });

  it("is saved again when it was changed while it was being saved", async () => {
    const report = open();
    report.edit("impression", "First.");
    const saving = report.flush();
    report.edit("impression", "Second.");
    await saving;
    await pause();
    expect(server.current.body.sections.impression).toBe("Second.");
    expect(report.snapshot().save.kind).toBe("saved");
  });

  it("is kept on this computer without a connection, and saved when it is back", async () => {
    const report = open();
    server.online = false;
    report.edit("impression", "Normal.");
    await pause();
    expect(report.snapshot().save.kind).toBe("offline");
    expect(memory.texts.size).toBe(1);
    server.online = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(report.snapshot().save.kind).toBe("saved");
    expect(memory.texts.size).toBe(0);
  });

  it("is not retried when the server refuses it, and says why", async () => {
    const report = open();
    server.put = async () => Promise.reject(new ApiError(409, "This report is signed."));
    report.edit("impression", "Late.");
    await pause();
    expect(report.snapshot().save).toEqual({ kind: "refused", detail: "This report is signed." });
    expect(memory.texts.size).toBe(1);
  });
});

describe("a report that somebody else saved meanwhile", () => {
  it("is not overwritten, and the reader's text stays", async () => {
    const report = open();
    server.store({ impression: "Theirs." });
    report.edit("impression", "Mine.");
    await pause();
    expect(report.snapshot().save.kind).toBe("conflict");
    expect(report.snapshot().sections.impression).toBe("Mine.");
    expect(server.current.body.sections.impression).toBe("Theirs.");
  });

  it("is saved upon theirs once the two are merged", async () => {
    const report = open();
    server.store({ impression: "Theirs." });
    report.edit("impression", "Mine.");
    await pause();
    expect(await report.resolve({ ...EMPTY, impression: "Theirs.\nMine." })).toBe(true);
    expect(server.current.body.sections.impression).toBe("Theirs.\nMine.");
    expect(report.snapshot().save.kind).toBe("saved");
  });

  it("is no conflict where only the version moved on", async () => {
    const report = open();
    server.store({});
    report.edit("impression", "Mine.");
    await pause();
    await pause();
    expect(report.snapshot().save.kind).toBe("saved");
    expect(server.current.body.sections.impression).toBe("Mine.");
  });
});

describe("text kept on this computer", () => {
  const kept = { sections: { ...EMPTY, impression: "Kept." }, base: EMPTY };

  it("comes back and is saved", async () => {
    memory.setItem("imagini.report.u1.1.2", JSON.stringify(kept));
    const report = open();
    expect(report.snapshot().sections.impression).toBe("Kept.");
    await pause();
    expect(server.current.body.sections.impression).toBe("Kept.");
  });

  it("is put beside what others have written since", () => {
    memory.setItem("imagini.report.u1.1.2", JSON.stringify(kept));
    const report = open(server.store({ impression: "Newer." }));
    expect(report.snapshot().save.kind).toBe("conflict");
    expect(report.snapshot().sections.impression).toBe("Kept.");
  });

  it("of another user is left alone", () => {
    memory.setItem("imagini.report.u2.1.2", JSON.stringify(kept));
    expect(open().snapshot().sections.impression).toBe("");
  });

  it("that cannot be read is dropped", () => {
    memory.setItem("imagini.report.u1.1.2", "{");
    expect(open().snapshot().save.kind).toBe("clean");
  });

  it("is written when the page goes away in the middle of a sentence", () => {
    const report = open();
    report.edit("impression", "Half a sen");
    report.keep();
    expect(memory.texts.get("imagini.report.u1.1.2")).toContain("Half a sen");
  });
});
