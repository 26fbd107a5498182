import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { describeAction, detailOf } from "@/components/audit/Actions";
import { LongText } from "@/components/table/LongText";
import type { AuditRow } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

/** What somebody did, and what they said about it. */
export function AuditDeed({ row }: { row: AuditRow }) {
  const { t } = useI18n();
  const detail = detailOf(row, t);
  return (
    <Box sx={{ minWidth: 0 }}>
      <LongText>{describeAction(row.action, t)}</LongText>
      {detail && (
        <Typography component="div" variant="caption" color="textSecondary">
          <LongText>{detail}</LongText>
        </Typography>
      )}
    </Box>
  );
}
