import type {} from "@mui/material/themeCssVarsAugmentation";
import { createTheme, type PaletteOptions } from "@mui/material/styles";
import { components } from "@/core/themes/Components";
import { administration, reading, sizes, type Tokens } from "@/core/themes/Tokens";

declare module "@mui/material/styles" {
  interface Palette {
    raised: string;
    faint: string;
  }
  interface PaletteOptions {
    raised?: string;
    faint?: string;
  }
}

function palette(tokens: Tokens): PaletteOptions {
  return {
    background: { default: tokens.page, paper: tokens.surface },
    text: { primary: tokens.text, secondary: tokens.quiet },
    primary: { main: tokens.accent, contrastText: tokens.accentText },
    warning: { main: tokens.decide },
    error: { main: tokens.critical },
    success: { main: tokens.signed },
    divider: tokens.border,
    raised: tokens.raised,
    faint: tokens.faint,
  };
}

/** One theme with two colour schemes; the scheme is an attribute of <html> (ThemeScheme). */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data-scheme" },
  colorSchemes: { dark: { palette: palette(reading) }, light: { palette: palette(administration) } },
  defaultColorScheme: "dark",
  spacing: 8,
  shape: { borderRadius: sizes.radius },
  typography: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontSize: 14,
    htmlFontSize: 16,
    h1: { fontSize: 20, fontWeight: 600, lineHeight: 1.4, letterSpacing: "-0.01em" },
    h2: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: 13, fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: 14, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: 1.5 },
    caption: { fontSize: 12, lineHeight: 1.5 },
    button: { textTransform: "none", fontWeight: 500, fontSize: 13 },
  },
  transitions: { duration: { shortest: 90, shorter: 100, short: 110, standard: 120, complex: 140 } },
  components,
});
