"use client";

import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Snackbar from "@mui/material/Snackbar";
import SnackbarContent from "@mui/material/SnackbarContent";
import { X } from "lucide-react";
import { useI18n } from "@/core/i18n/I18n";

/** How long there is time to undo, in milliseconds. */
const TIME_TO_UNDO_MS = 10_000;

export interface News {
  readonly text: string;
  /** It did not work: stays until it is read. */
  readonly bad?: boolean;
  readonly undo?: () => void;
}

/** One sentence about what has just been done, and the way back. */
export function Toast({ news, onClose }: { news: News | null; onClose: () => void }) {
  const { t } = useI18n();
  const undo = () => {
    onClose();
    news?.undo?.();
  };
  return (
    <Snackbar
      key={news?.text}
      open={news !== null}
      autoHideDuration={news?.bad ? null : TIME_TO_UNDO_MS}
      onClose={(_, reason) => reason !== "clickaway" && onClose()}
      anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
    >
      <SnackbarContent
        role={news?.bad ? "alert" : "status"}
        data-testid="toast"
        message={news?.text}
        action={
          <>
            {news?.undo && <Button onClick={undo}>{t("common.undo")}</Button>}
            <IconButton aria-label={t("common.close")} onClick={onClose}>
              <X size={15} aria-hidden />
            </IconButton>
          </>
        }
        sx={{
          bgcolor: "background.paper",
          color: news?.bad ? "error.main" : "text.primary",
          border: 1,
          borderColor: news?.bad ? "error.main" : "divider",
          boxShadow: "0 4px 16px rgb(0 0 0 / 0.16)",
          fontSize: 13,
          "& .MuiSnackbarContent-message": { py: 0.5 },
        }}
      />
    </Snackbar>
  );
}
