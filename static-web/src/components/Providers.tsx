"use client";

import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { AppRouterCacheProvider } from "@mui/material-nextjs/v16-appRouter";
import { useEffect, type ReactNode } from "react";
import { SWRConfig } from "swr";
import { ThemeScheme } from "@/components/shell/ThemeScheme";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { watchAttention } from "@/core/Attention";
import { I18nProvider } from "@/core/i18n/I18n";
import { theme } from "@/core/themes/Theme";

const SIGN_IN = "/auth/signin";
const PROFILE = "/profile";

/** Styles, texts and data for every page. */
export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => {
    ApiService.instance.onSignedOut = askToSignIn;
    ApiService.instance.onSecondFactorNeeded = askForSecondFactor;
    return watchAttention(window);
  }, []);
  return (
    <AppRouterCacheProvider options={{ key: "imagini" }}>
      <ThemeProvider theme={theme} colorSchemeNode={null} storageManager={null}>
        <CssBaseline />
        <ThemeScheme />
        <I18nProvider>
          <SWRConfig value={{ shouldRetryOnError: mayRecover, errorRetryInterval: 4000, revalidateOnFocus: false }}>
            {children}
          </SWRConfig>
        </I18nProvider>
      </ThemeProvider>
    </AppRouterCacheProvider>
  );
}

/** The session is gone: sign in, then come back here. */
function askToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname.startsWith(SIGN_IN)) return;
  window.location.assign(`${SIGN_IN}?next=${encodeURIComponent(pathname + search)}`);
}

/** It has been asked for since this page was opened. */
function askForSecondFactor(): void {
  if (!window.location.pathname.startsWith(PROFILE)) window.location.assign(PROFILE);
}

/** What the server refused once it refuses again; a missing answer may come. */
function mayRecover(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status >= 500;
}
