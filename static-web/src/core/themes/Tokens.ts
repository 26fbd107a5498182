/** Colours of the two themes (reading: dark; administration: light). AA contrast, AAA for text on the page. */
export const reading = {
  page: "#0b1016",
  surface: "#121a23",
  raised: "#1a2430",
  border: "#263341",
  text: "#e6edf3",
  quiet: "#9fb0c0",
  faint: "#7d8fa1",
  accent: "#2dd4bf",
  accentText: "#05211d",
  decide: "#f5b84b",
  critical: "#ff8080",
  signed: "#4ade80",
} as const;

export const administration = {
  page: "#f6f8fa",
  surface: "#ffffff",
  raised: "#eef2f5",
  border: "#d3dbe2",
  text: "#17212b",
  quiet: "#4f5d6b",
  faint: "#667482",
  accent: "#0f766e",
  accentText: "#ffffff",
  decide: "#8a5a00",
  critical: "#b3261e",
  signed: "#15703a",
} as const;

export type Tokens = { readonly [Name in keyof typeof reading]: string };

/** Heights and widths in px, on the 8 px grid. */
export const sizes = { topBar: 48, row: 36, sidebar: 216, rail: 56, radius: 8 } as const;
