import type { Finding } from "@/core/api/Types";

/** What the portal tells the embedded viewer. */
export type ToViewer =
  { readonly type: "imagini:show-finding"; readonly finding: Finding } | { readonly type: "imagini:findings-changed" };

/** What the embedded viewer tells the portal. */
export type FromViewer =
  | { readonly type: "imagini:ready" }
  | { readonly type: "imagini:image-rendered" }
  | { readonly type: "imagini:decided" }
  | { readonly type: "imagini:measurements-saved" }
  | { readonly type: "imagini:key"; readonly key: string };

const FROM_VIEWER = new Set([
  "imagini:ready",
  "imagini:image-rendered",
  "imagini:decided",
  "imagini:measurements-saved",
  "imagini:key",
]);

/** The message, if it comes from this frame of our own origin; otherwise null. */
export function fromViewer(event: MessageEvent, frame: Window | null): FromViewer | null {
  if (event.origin !== window.location.origin || event.source !== frame) return null;
  const type: unknown = (event.data as { type?: unknown } | null)?.type;
  return typeof type === "string" && FROM_VIEWER.has(type) ? (event.data as FromViewer) : null;
}

/** Address of the viewer for one study, in the reader's language, inside the portal. */
export function viewerAddress(study: string, language: string): string {
  const query = new URLSearchParams({ StudyInstanceUIDs: study, lng: language, embedded: "1" });
  return `/viewer/viewer?${query.toString()}`;
}
