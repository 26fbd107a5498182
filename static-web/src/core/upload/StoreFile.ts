import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { readStoreResponse, type StoreOutcome } from "@/core/upload/StoreResponse";

const SECOND_FACTOR_NEEDED = "urn:imagini:second-factor-needed";

/** How a store request ended: with an answer about the file, or without one. */
export type StoreResult = StoreOutcome | OfAnother | "unreachable" | "stopped";

/** It was not sent: it is of this patient, and not of the one whose page is open. */
export interface OfAnother {
  readonly stored: false;
  readonly patient: string;
}

export type StoreFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<StoreResult>;

/**
 * Sends one file as a STOW request of its own, so that its progress and its refusal are its own.
 * XMLHttpRequest, because fetch cannot report how much has been sent.
 */
export function storeFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<StoreResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const boundary = `imagini-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    request.open("POST", paths.store);
    request.setRequestHeader("Content-Type", `multipart/related; type="application/dicom"; boundary=${boundary}`);
    request.setRequestHeader("Accept", "application/dicom+json");
    request.setRequestHeader("X-Imagini-Csrf", "1");
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve("unreachable");
    request.onabort = () => resolve("stopped");
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) resolve("stopped");
    else request.send(multipart(file, boundary));
  });
}

function multipart(file: File, boundary: string): Blob {
  return new Blob([`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`, file, `\r\n--${boundary}--\r\n`]);
}

function outcomeOf(request: XMLHttpRequest): StoreOutcome {
  if (request.status === 401) ApiService.instance.onSignedOut();
  const answer = parsed(request.responseText);
  const { detail, type } = (answer ?? {}) as { detail?: unknown; type?: unknown };
  if (type === SECOND_FACTOR_NEEDED) ApiService.instance.onSecondFactorNeeded();
  if (typeof detail === "string") return { stored: false, code: null, comment: detail };
  return readStoreResponse(answer);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
