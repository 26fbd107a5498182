import type { TextKey } from "@/core/i18n/Texts";
import type { ThemePreference } from "@/core/themes/ThemeStore";

export const THEME_CHOICES: readonly {
  readonly value: ThemePreference;
  readonly label: Extract<TextKey, `shell.theme${string}`>;
}[] = [
  { value: "auto", label: "shell.themeAuto" },
  { value: "dark", label: "shell.themeDark" },
  { value: "light", label: "shell.themeLight" },
];
