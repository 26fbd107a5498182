"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Check, CircleX } from "lucide-react";
import { memo } from "react";
import { Cut } from "@/components/basics/Cut";
import { useI18n } from "@/core/i18n/I18n";
import type { Translator } from "@/core/i18n/Translate";
import { sentenceFor } from "@/core/i18n/Sentences";
import { failureText } from "@/core/upload/FailureText";
import type { Upload } from "@/core/upload/UploadQueue";

/** One file: its name, how far it is, and the reason if it was refused. */
export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useI18n();
  const refused = upload.state === "refused";
  return (
    <Box
      component="li"
      data-testid="upload-file"
      data-state={upload.state}
      sx={{
        px: 1.5,
        py: 0.75,
        display: "grid",
        gridTemplateColumns: "16px minmax(0, 1fr) auto",
        columnGap: 1,
        alignItems: "center",
        contentVisibility: "auto",
        containIntrinsicHeight: 33,
        borderBottom: 1,
        borderColor: "divider",
        "&:last-child": { borderBottom: 0 },
      }}
    >
      <Box component="span" aria-hidden sx={{ display: "grid", color: refused ? "error.main" : "text.secondary" }}>
        {refused && <CircleX size={14} />}
        {upload.state === "stored" && <Check size={14} />}
      </Box>
      <Typography variant="body2" component="div">
        <Cut>{upload.path}</Cut>
      </Typography>
      <Typography
        variant="caption"
        color={refused ? "error" : "textSecondary"}
        sx={{ fontVariantNumeric: "tabular-nums" }}
      >
        {stateText(upload, t)}
      </Typography>
      {refused && (
        <Typography variant="caption" color="error" sx={{ gridColumn: "2 / -1" }}>
          {reasonText(upload, t)}
        </Typography>
      )}
    </Box>
  );
});

function stateText({ state, progress }: Upload, t: Translator): string {
  if (state === "waiting") return t("upload.waiting");
  if (state === "sending") return `${t("upload.sending")} ${Math.round(progress * 100)} %`;
  return state === "stored" ? t("upload.fileStored") : t("upload.fileRefused");
}

function reasonText({ result }: Upload, t: Translator): string {
  if (result === null || result === "unreachable") return t("common.noAnswer");
  if (result === "stopped") return t("upload.stopped");
  if ("patient" in result) return t("upload.ofAnother", { patient: result.patient });
  return result.comment ? sentenceFor(result.comment, t, failureText(result.code, t)) : failureText(result.code, t);
}
