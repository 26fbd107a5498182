"use client";

import ButtonBase from "@mui/material/ButtonBase";
import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { visuallyHidden } from "@mui/utils";
import type { TileKind } from "@/components/worklist/Tiles";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly kind: TileKind;
  /** Studies; null where it cannot be known just now. */
  readonly count: number | null | undefined;
  /** There may be more than were looked at. */
  readonly more: boolean;
  readonly help: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** How much of one kind of work there is; pressed, the list shows it alone. */
export function Tile({ kind: { id, icon: Icon, urgent }, count, more, help, chosen, onChoose }: Props) {
  const { t } = useI18n();
  const pressing = urgent && Boolean(count);
  return (
    <ButtonBase
      aria-pressed={chosen}
      title={help}
      onClick={onChoose}
      data-testid={`tile-${id}`}
      data-count={count ?? ""}
      sx={{
        minHeight: 64,
        px: 1.75,
        py: 1,
        gap: 1.5,
        justifyContent: "flex-start",
        textAlign: "left",
        borderRadius: 1,
        border: 1,
        borderColor: chosen ? "primary.main" : "divider",
        bgcolor: chosen ? "raised" : "background.paper",
        boxShadow: (theme) => (chosen ? `inset 0 0 0 1px ${theme.vars?.palette.primary.main}` : "none"),
        "&:hover": { bgcolor: "raised" },
      }}
    >
      <Box
        component="span"
        sx={{ display: "flex", color: pressing ? urgent : count ? "text.primary" : "faint", flexShrink: 0 }}
      >
        <Icon size={18} aria-hidden />
      </Box>
      <Box component="span" sx={{ minWidth: 0, display: "grid" }}>
        <Typography
          component="span"
          sx={{
            fontSize: 22,
            fontWeight: 600,
            lineHeight: "26px",
            letterSpacing: "-0.02em",
            fontVariantNumeric: "tabular-nums",
            color: pressing ? urgent : count ? "text.primary" : "text.secondary",
          }}
        >
          {count === undefined ? (
            <Skeleton width={24} height={22} />
          ) : count === null ? (
            "–"
          ) : (
            `${count}${more ? "+" : ""}`
          )}
        </Typography>
        <Typography component="span" variant="caption" color="textSecondary" noWrap>
          {t(`worklist.${id}`)}
          <Box component="span" sx={visuallyHidden}>
            . {help}
          </Box>
        </Typography>
      </Box>
    </ButtonBase>
  );
}
