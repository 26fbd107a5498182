"use client";

import { useSyncExternalStore } from "react";
import { currentPreference, subscribeToPreference, type ThemePreference } from "@/core/themes/ThemeStore";

export function useThemePreference(): ThemePreference {
  return useSyncExternalStore<ThemePreference>(subscribeToPreference, currentPreference, () => "auto");
}
