import { ChevronDown } from "lucide-react";
import type { Components, Theme } from "@mui/material/styles";

const focusRing = { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 };

/** Calm controls: no ripple, no shadow, borders of 1 px, and a focus ring that is always the same. */
export const components: Components<Theme> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { fontFamily: "inherit", "&:focus-visible": focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, size: "small" },
    styleOverrides: {
      root: { minHeight: 32, paddingInline: 12, borderRadius: 6, whiteSpace: "nowrap" },
      outlined: { borderColor: "var(--mui-palette-divider)", color: "var(--mui-palette-text-primary)" },
      text: { color: "var(--mui-palette-text-primary)" },
    },
  },
  MuiTab: { styleOverrides: { root: { "&:focus-visible": { ...focusRing, outlineOffset: -2 } } } },
  MuiIconButton: {
    defaultProps: { size: "small" },
    styleOverrides: { root: { borderRadius: 6, width: 32, height: 32, color: "var(--mui-palette-text-secondary)" } },
  },
  MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
  MuiDialog: {
    styleOverrides: { paper: { border: "1px solid var(--mui-palette-divider)", boxShadow: "none" } },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: "16px 24px 8px" } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { fontSize: 14, borderRadius: 6, "&.Mui-focused .MuiOutlinedInput-notchedOutline": { borderWidth: 2 } },
      input: { padding: "8px 12px", height: 20 },
      notchedOutline: { borderColor: "var(--mui-palette-divider)" },
      multiline: { padding: 0 },
    },
  },
  MuiNativeSelect: {
    defaultProps: { IconComponent: ChevronDown },
    styleOverrides: { icon: { width: 15, height: 15, right: 10, top: "calc(50% - 7.5px)" } },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        fontSize: 13,
        height: 36,
        padding: "0 12px",
        borderColor: "var(--mui-palette-divider)",
        fontVariantNumeric: "tabular-nums",
        whiteSpace: "nowrap",
      },
      head: { fontSize: 12, fontWeight: 500, color: "var(--mui-palette-text-secondary)" },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400 },
    styleOverrides: {
      tooltip: {
        fontSize: 12,
        maxWidth: 320,
        color: "var(--mui-palette-text-primary)",
        backgroundColor: "var(--mui-palette-raised)",
        border: "1px solid var(--mui-palette-divider)",
      },
    },
  },
  MuiMenu: {
    styleOverrides: {
      paper: {
        backgroundColor: "var(--mui-palette-raised)",
        border: "1px solid var(--mui-palette-divider)",
        boxShadow: "none",
      },
    },
  },
  MuiMenuItem: { styleOverrides: { root: { fontSize: 13, minHeight: 36 } } },
  MuiSkeleton: {
    defaultProps: { animation: "pulse", variant: "rounded" },
    styleOverrides: { root: { backgroundColor: "var(--mui-palette-raised)" } },
  },
};
