"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import type { Reading, ViewerState } from "@/components/reading/ReadingContext";
import { paths } from "@/core/api/Paths";
import type { Finding } from "@/core/api/Types";
import { fromViewer, type FromViewer, type ToViewer } from "@/core/viewer/ViewerMessages";

type ViewerFrame = Pick<Reading, "frame" | "viewerState" | "show" | "tellFindingsChanged">;

/** The conversation with the embedded viewer, one study at a time. */
export function useViewerFrame(loaded: string | null, load: (study: string) => void): ViewerFrame {
  const frame = useRef<HTMLIFrameElement>(null);
  const awaiting = useRef<Finding | null>(null);
  const [progress, setProgress] = useState<{ study: string; state: ViewerState } | null>(null);
  const { mutate } = useSWRConfig();
  const viewerState = !loaded ? "empty" : progress?.study === loaded ? progress.state : "loading";

  const tell = useCallback((message: ToViewer) => {
    frame.current?.contentWindow?.postMessage(message, window.location.origin);
  }, []);

  const show = useCallback(
    (finding: Finding) => {
      const speaking = viewerState === "ready" || viewerState === "rendered";
      if (finding.study_instance_uid === loaded && speaking) return tell({ type: "imagini:show-finding", finding });
      awaiting.current = finding;
      if (finding.study_instance_uid !== loaded) load(finding.study_instance_uid);
    },
    [loaded, viewerState, load, tell],
  );

  const hear = useCallback(
    (message: FromViewer) => {
      if (!loaded) return;
      if (message.type === "imagini:key") window.dispatchEvent(new KeyboardEvent("keydown", { key: message.key }));
      if (message.type === "imagini:decided") void mutate(paths.findings(loaded));
      if (message.type === "imagini:measurements-saved")
        void Promise.all([paths.measurements(loaded), paths.series(loaded)].map((path) => mutate(path)));
      if (message.type === "imagini:image-rendered") setProgress({ study: loaded, state: "rendered" });
      if (message.type !== "imagini:ready") return;
      setProgress({ study: loaded, state: "ready" });
      if (awaiting.current) tell({ type: "imagini:show-finding", finding: awaiting.current });
      awaiting.current = null;
    },
    [loaded, mutate, tell],
  );

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      const message = fromViewer(event, frame.current?.contentWindow ?? null);
      if (message) hear(message);
    };
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, [hear]);

  const tellFindingsChanged = useCallback(() => tell({ type: "imagini:findings-changed" }), [tell]);
  return useMemo(() => ({ frame, viewerState, show, tellFindingsChanged }), [viewerState, show, tellFindingsChanged]);
}
