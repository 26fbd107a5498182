"use client";

import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useI18n } from "@/core/i18n/I18n";

/** No studies at all, or none of the chosen kind: that is good news. */
export function WorklistEmpty({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const { t } = useI18n();
  return (
    <>
      <Typography color="textSecondary" sx={{ textAlign: "center" }}>
        {filtered ? t("worklist.nothing") : t("worklist.empty")}
      </Typography>
      {filtered && (
        <Button variant="outlined" onClick={onShowAll}>
          {t("worklist.showAll")}
        </Button>
      )}
    </>
  );
}
