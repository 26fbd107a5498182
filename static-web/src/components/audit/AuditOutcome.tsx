import Box from "@mui/material/Box";
import { Ban, ShieldAlert } from "lucide-react";
import { HiddenText } from "@/components/basics/HiddenText";
import type { AuditRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

const look = { display: "inline-flex", alignItems: "center", gap: 0.75 } as const;

/** How it ended; what stands out has an icon and a word. */
export function AuditOutcome({ row }: { row: AuditRow }) {
  const { t } = useI18n();
  const denied = row.outcome === "denied";
  const looked = row.group === "patients" && /\.(view|search|studies|list|download|print)$/.test(row.action);
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
      <Box component="span" sx={{ ...look, color: denied ? "error.main" : "text.secondary" }}>
        {denied && <Ban size={14} aria-hidden />}
        {denied ? t("audit.denied") : t(looked ? "audit.shown" : "audit.granted")}
      </Box>
      {row.emergency && (
        <Box component="span" title={t("audit.emergency")} sx={{ ...look, color: "warning.main" }}>
          <ShieldAlert size={15} aria-hidden />
          <HiddenText>{t("audit.emergency")}</HiddenText>
        </Box>
      )}
    </Box>
  );
}
