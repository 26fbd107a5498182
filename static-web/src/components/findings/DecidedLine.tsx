"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { CircleCheck, CircleX, Undo2 } from "lucide-react";
import { Cut } from "@/components/basics/Cut";
import type { Finding } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** What was decided and by whom, and the way back. */
export function DecidedLine({ finding, onUndo }: { finding: Finding; onUndo: () => void }) {
  const { t } = useI18n();
  const may = useMay("findings.decide");
  const approved = finding.status === "approved";
  const Icon = approved ? CircleCheck : CircleX;
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 0.75, minHeight: 32 }}>
      <Icon size={14} aria-hidden style={{ flexShrink: 0 }} />
      <Typography variant="body2" component="div" sx={{ flex: 1, minWidth: 0 }} data-testid="decision">
        <Cut title={finding.decided_by ?? undefined}>
          {approved ? t("findings.approved") : t("findings.declined")}{" "}
          {finding.decided_by && (
            <Box component="span" sx={{ color: "text.secondary" }}>
              {t("findings.by", { name: finding.decided_by })}
            </Box>
          )}
        </Cut>
      </Typography>
      {may && (
        <Button
          startIcon={<Undo2 size={13} aria-hidden />}
          onClick={onUndo}
          aria-keyshortcuts="u"
          sx={{ px: 1, color: "text.secondary" }}
        >
          {t("findings.undo")}
        </Button>
      )}
    </Box>
  );
}
