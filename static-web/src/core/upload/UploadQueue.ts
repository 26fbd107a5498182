import type { NamedFile } from "@/core/upload/CollectFiles";
import type { StoreFile, StoreResult } from "@/core/upload/StoreFile";

export type UploadState = "waiting" | "sending" | "stored" | "refused";

/** One file on its way to the archive. */
export interface Upload {
  readonly id: number;
  readonly path: string;
  readonly state: UploadState;
  /** Share sent, 0 to 1. */
  readonly progress: number;
  /** Why it was refused; set only then. */
  readonly result: Exclude<StoreResult, { stored: true }> | null;
}

/** Sends files a few at a time and tells its listeners where each one stands. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly files: File[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly stopping = new AbortController();
  private active = 0;
  private next = 0;

  constructor(
    private readonly store: StoreFile,
    private readonly parallel = 3,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Upload[] => this.uploads;

  add(files: readonly NamedFile[]): void {
    const added = files.map(({ path, file }, index): Upload => {
      this.files.push(file);
      return { id: this.uploads.length + index, path, state: "waiting", progress: 0, result: null };
    });
    this.publish([...this.uploads, ...added]);
    while (this.active < this.parallel && this.next < this.files.length) void this.drain();
  }

  stop(): void {
    this.stopping.abort();
  }

  private async drain(): Promise<void> {
    this.active += 1;
    while (this.next < this.files.length) await this.send(this.next++);
    this.active -= 1;
  }

  private async send(id: number): Promise<void> {
    this.change(id, { state: "sending" });
    const onProgress = (progress: number) => this.change(id, { progress });
    const result = await this.store(this.files[id]!, onProgress, this.stopping.signal);
    if (typeof result === "object" && result.stored) this.change(id, { state: "stored", progress: 1 });
    else this.change(id, { state: "refused", progress: 1, result });
  }

  private change(id: number, change: Partial<Upload>): void {
    this.publish(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private publish(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    this.listeners.forEach((listener) => listener());
  }
}
