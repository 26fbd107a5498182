"use client";

import Box from "@mui/material/Box";
import { Tile } from "@/components/worklist/Tile";
import { TILES, type TileId } from "@/components/worklist/Tiles";
import type { Tiles } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly tiles: Tiles | undefined;
  readonly shown: TileId | "all";
  readonly onShow: (tile: TileId | "all") => void;
}

/** The five kinds of work; the chosen one, pressed again, gives way to the newest studies. */
export function TileRow({ tiles, shown, onShow }: Props) {
  const { t } = useI18n();
  const helpOf = (id: TileId) => {
    if (id !== "unread") return t(`worklist.${id}Help`);
    return tiles?.unread === null ? t("worklist.unknown") : t("worklist.unreadHelp", { count: tiles?.looked_at ?? 0 });
  };
  return (
    <Box
      role="group"
      aria-label={t("worklist.tiles")}
      data-testid="tiles"
      sx={{ display: "grid", gap: 1, gridTemplateColumns: { xs: "repeat(5, minmax(112px, 1fr))" }, overflowX: "auto" }}
    >
      {TILES.map((kind) => (
        <Tile
          key={kind.id}
          kind={kind}
          count={tiles?.[kind.id]}
          more={
            kind.id === "unread" && tiles !== undefined && tiles.unread === tiles.looked_at && tiles.looked_at >= 100
          }
          help={helpOf(kind.id)}
          chosen={shown === kind.id}
          onChoose={() => onShow(shown === kind.id ? "all" : kind.id)}
        />
      ))}
    </Box>
  );
}
