"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Monitor, Smartphone } from "lucide-react";
import type { OpenSession } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";

interface Props {
  readonly session: OpenSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

const HANDHELD = new Set(["iPhone", "iPad", "Android"]);

export function SessionRow({ session, busy, onEnd }: Props) {
  const { t, language } = useI18n();
  const name = nameOf(session, t);
  const times = t("profile.sessionTimes", {
    opened: formatInstant(session.opened_at, language),
    seen: formatInstant(session.seen_at, language),
  });
  return (
    <Box
      component="li"
      sx={{ display: "flex", alignItems: "center", gap: 1.5, py: 1.25, borderTop: 1, borderColor: "divider" }}
    >
      <Box
        component={HANDHELD.has(session.system) ? Smartphone : Monitor}
        size={18}
        aria-hidden
        sx={{ color: "text.secondary", flexShrink: 0 }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 500 }}>
          {name}
          {session.current && (
            <Box component="span" sx={{ ml: 1, color: "primary.main" }}>
              {t("profile.thisBrowser")}
            </Box>
          )}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="p">
          {[session.address, times, session.remember && t("profile.remembered")].filter(Boolean).join(" · ")}
        </Typography>
      </Box>
      {!session.current && (
        <Button variant="outlined" disabled={busy} onClick={onEnd} aria-label={t("profile.endOf", { name })}>
          {t("profile.end")}
        </Button>
      )}
    </Box>
  );
}

/** "Chrome on Windows"; a program; or that it did not say. */
function nameOf({ browser, system }: OpenSession, t: Translator): string {
  if (browser === "API") return t("profile.program");
  if (browser && system) return t("profile.browserOn", { browser, system });
  return browser || system || t("profile.unknownBrowser");
}
