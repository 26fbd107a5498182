"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { NamedFile } from "@/core/upload/CollectFiles";
import { storeFile } from "@/core/upload/StoreFile";
import { storeFor } from "@/core/upload/StoreFor";
import { UploadQueue, type Upload } from "@/core/upload/UploadQueue";

interface Uploading {
  readonly uploads: readonly Upload[];
  readonly busy: boolean;
  readonly add: (files: readonly NamedFile[]) => void;
  readonly stop: () => void;
}

/** An upload for as long as its dialog is open; `mrn`: of files of this patient. */
export function useUploadQueue(mrn?: string): Uploading {
  const [queue] = useState(() => new UploadQueue(mrn ? storeFor(mrn) : storeFile));
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
