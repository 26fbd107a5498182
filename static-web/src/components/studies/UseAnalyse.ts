"use client";

import { useState } from "react";
import { useReading } from "@/components/reading/ReadingContext";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Analysis } from "@/core/api/Types";
import { isUnderWay, useAnalyses } from "@/core/api/UseApi";

/** Asks for an analysis of a study; its row and the findings pane then fill by themselves. */
export function useAnalyse(study: string) {
  const { focus } = useReading();
  const { data: analyses, mutate } = useAnalyses(study);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const analyse = async () => {
    setAsking(true);
    setError(null);
    try {
      const asked = await ApiService.instance.post<Analysis>(paths.analyses(study));
      focus(study);
      await mutate((known = []) => [asked, ...known.filter(({ id }) => id !== asked.id)]);
    } catch (failure) {
      setError(failure);
    } finally {
      setAsking(false);
    }
  };

  return { analyse: () => void analyse(), busy: asking || Boolean(analyses?.some(isUnderWay)), error };
}
