"use client";

import Box from "@mui/material/Box";
import useMediaQuery from "@mui/material/useMediaQuery";
import { usePathname, useRouter } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { EmergencyBanner } from "@/components/emergency/EmergencyBanner";
import { Problem } from "@/components/basics/Problem";
import { homeOf } from "@/components/shell/Menus";
import { KeyboardHelp } from "@/components/shell/KeyboardHelp";
import { Notice } from "@/components/shell/Notice";
import { useOtherTabs } from "@/components/shell/OtherTabs";
import { Sidebar } from "@/components/shell/Sidebar";
import { SkipLink } from "@/components/shell/SkipLink";
import { TopBar } from "@/components/shell/TopBar";
import { useRightPlace } from "@/components/shell/UseRightPlace";
import { useMe } from "@/core/api/UseApi";
import { useAccountLanguage } from "@/core/i18n/UseAccountLanguage";
import { useShortcuts } from "@/core/keyboard/UseShortcuts";
import { useStored } from "@/core/UseStored";

const READING_PAGES = new Set(["/patient", "/report"]);

/** Sidebar, top bar and the page; the sidebar folds by itself where images need the room. */
export function AppShell({ children }: { children: ReactNode }) {
  const page = usePathname().replace(/\.html$/, "");
  const router = useRouter();
  const { data: me, error } = useMe();
  const reading = READING_PAGES.has(page);
  const [stored, store] = useStored(reading ? "sidebar.reading" : "sidebar");
  const small = useMediaQuery("(max-width: 1099px)");
  const folded = stored === null ? reading || small : stored === "folded";
  const search = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const astray = useRightPlace(me, page);
  useAccountLanguage(me);
  useOtherTabs();
  useShortcuts({
    "/": () => search.current?.focus(),
    "g d": () => router.push(me ? homeOf(me) : "/"),
    "?": () => setHelping(true),
  });
  return (
    <Box sx={{ height: "100dvh", display: "flex" }}>
      <SkipLink />
      <Sidebar me={me} folded={folded} onFold={() => store(folded ? "open" : "folded")} />
      <Box sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column" }}>
        <TopBar me={me} searchRef={search} onHelp={() => setHelping(true)} />
        {me?.emergency && <EmergencyBanner emergency={me.emergency} />}
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, overflow: "auto", display: "flex", flexDirection: "column", outline: "none" }}
        >
          {error && !me ? <Problem error={error} /> : astray ? null : children}
        </Box>
        {me?.notice && <Notice text={me.notice} />}
      </Box>
      <KeyboardHelp open={helping} onClose={() => setHelping(false)} />
    </Box>
  );
}
