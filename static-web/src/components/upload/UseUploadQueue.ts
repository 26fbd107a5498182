"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { NamedFile } from "@/core/upload/CollectFiles";
import { storeFile } from "@/core/upload/StoreFile";
import { UploadQueue, type Upload } from "@/core/upload/UploadQueue";

interface Uploading {
  readonly uploads: readonly Upload[];
  readonly busy: boolean;
  readonly add: (files: readonly NamedFile[]) => void;
  readonly stop: () => void;
}

/** An upload for as long as its dialog is open. */
export function useUploadQueue(): Uploading {
  const [queue] = useState(() => new UploadQueue(storeFile));
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  const busy = uploads.some(({ state }) => state === "waiting" || state === "sending");

  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [busy]);

  return { uploads, busy, add: (files) => queue.add(files), stop: () => queue.stop() };
}
