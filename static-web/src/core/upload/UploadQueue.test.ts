import { describe, expect, it } from "vitest";
import type { StoreResult } from "@/core/upload/StoreFile";
import { UploadQueue } from "@/core/upload/UploadQueue";

const files = (...names: string[]) => names.map((path) => ({ path, file: new File(["x"], path) }));
const settled = () => new Promise((done) => setTimeout(done, 0));

describe("an upload", () => {
  it("sends no more than its share at once, and all in the end", async () => {
    const waiting: (() => void)[] = [];
    const store = () => new Promise<StoreResult>((resolve) => waiting.push(() => resolve({ stored: true })));
    const queue = new UploadQueue(store, 2);
    queue.add(files("a", "b", "c"));
    expect(queue.snapshot().map(({ state }) => state)).toEqual(["sending", "sending", "waiting"]);
    waiting.shift()!();
    await settled();
    expect(queue.snapshot().map(({ state }) => state)).toEqual(["stored", "sending", "sending"]);
    waiting.splice(0).forEach((finish) => finish());
    await settled();
    expect(queue.snapshot().map(({ state }) => state)).toEqual(["stored", "stored", "stored"]);
  });

  it("names each refused file and stores the others", async () => {
    const queue = new UploadQueue(async (file) =>
      file.name === "holiday.jpg" ? { stored: false, code: 0xc000, comment: "Not DICOM." } : { stored: true },
    );
    queue.add(files("CT.1", "holiday.jpg", "CT.2"));
    await settled();
    expect(queue.snapshot().map(({ path, state }) => `${path} ${state}`)).toEqual([
      "CT.1 stored",
      "holiday.jpg refused",
      "CT.2 stored",
    ]);
    expect(queue.snapshot()[1]!.result).toMatchObject({ comment: "Not DICOM." });
  });

  it("takes more files while it runs", async () => {
    const queue = new UploadQueue(async () => ({ stored: true }));
    queue.add(files("a"));
    queue.add(files("b"));
    await settled();
    queue.add(files("c"));
    await settled();
    expect(queue.snapshot().map(({ path, state }) => `${path} ${state}`)).toEqual(["a stored", "b stored", "c stored"]);
  });

  it("says of each file how much is sent", async () => {
    const queue = new UploadQueue(async (_, onProgress) => {
      onProgress(0.42);
      return new Promise<StoreResult>(() => undefined);
    });
    queue.add(files("a"));
    expect(queue.snapshot()[0]).toMatchObject({ state: "sending", progress: 0.42 });
  });
});
