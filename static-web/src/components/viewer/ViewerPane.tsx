"use client";

import { useReading } from "@/components/reading/ReadingContext";
import { NothingOpen } from "@/components/viewer/NothingOpen";
import { ViewerFrame } from "@/components/viewer/ViewerFrame";

export function ViewerPane() {
  const { loaded } = useReading();
  return loaded ? <ViewerFrame study={loaded} /> : <NothingOpen />;
}
