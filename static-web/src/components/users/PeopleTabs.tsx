"use client";

import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { usePathname } from "next/navigation";
import { usePage } from "@/core/api/UsePage";
import { paths } from "@/core/api/Paths";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  /** Whether they are shown. */
  readonly invitations: boolean;
  readonly first: string;
}

/** People, and beside them the invitations that wait; which of them stands in the address. */
export function PeopleTabs({ invitations, first }: Props) {
  const { t } = useI18n();
  const here = usePathname();
  const { data: waiting } = usePage(`${paths.invitations}?limit=1`);
  const show = (tab: number) => window.history.pushState(null, "", tab === 1 ? `${here}?tab=invitations` : here);
  return (
    <Tabs
      value={invitations ? 1 : 0}
      onChange={(_, tab: number) => show(tab)}
      aria-label={t("users.tabs")}
      sx={{ minHeight: 36, borderBottom: 1, borderColor: "divider", "& .MuiTab-root": { minHeight: 36, px: 1.5 } }}
    >
      <Tab label={first} aria-controls="people" />
      <Tab
        aria-controls="people"
        label={
          <span>
            {t("users.invitations")}
            {waiting && waiting.total > 0 && (
              <Count of={waiting.total} words={t("users.waiting", { count: waiting.total })} />
            )}
          </span>
        }
      />
    </Tabs>
  );
}

function Count({ of, words }: { of: number; words: string }) {
  return (
    <Box
      component="span"
      title={words}
      sx={{
        ml: 0.75,
        px: 0.75,
        fontSize: 11,
        lineHeight: "18px",
        display: "inline-block",
        borderRadius: 1,
        bgcolor: "raised",
        color: "text.secondary",
        fontVariantNumeric: "tabular-nums",
      }}
    >
      {of}
    </Box>
  );
}
