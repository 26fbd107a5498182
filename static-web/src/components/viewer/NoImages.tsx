"use client";

import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { ImageOff } from "lucide-react";
import { useSWRConfig } from "swr";
import { UploadButton } from "@/components/upload/UploadButton";
import { paths } from "@/core/api/Paths";
import type { Patient } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** A patient who is registered, and of whom nothing has come yet: what happens next. */
export function NoImages({ patient: { mrn, name } }: { patient: Patient }) {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const refresh = () => {
    void mutate(paths.patientStudies(mrn));
    void mutate(paths.patientByMrn(mrn));
    void mutate(paths.patient(mrn));
  };
  return (
    <Box
      data-testid="no-images"
      sx={{ display: "grid", gap: 2, justifyItems: "center", textAlign: "center", maxWidth: 420 }}
    >
      <Box sx={{ color: "faint", display: "flex" }}>
        <ImageOff size={28} aria-hidden />
      </Box>
      <Box sx={{ display: "grid", gap: 0.5 }}>
        <Typography sx={{ fontWeight: 600 }}>{t("patients.noImages")}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t("patients.noImagesHelp", { name: name || mrn })}
        </Typography>
      </Box>
      <UploadButton mrn={mrn} onStored={refresh} />
    </Box>
  );
}
