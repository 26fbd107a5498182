import Typography from "@mui/material/Typography";
import type { Finding } from "@/core/api/Types";
import { describeNotice } from "@/core/format/Describe";
import { useI18n } from "@/core/i18n/I18n";

/** What the models say about themselves, each notice once. */
export function ModelNotice({ findings }: { findings: readonly Finding[] }) {
  const { t } = useI18n();
  const notices = [...new Set(findings.map(({ model }) => model.notice).filter(Boolean))];
  return notices.map((notice) => (
    <Typography
      key={notice}
      role="note"
      data-testid="model-notice"
      variant="caption"
      color="textSecondary"
      component="p"
      sx={{ pl: 1, borderLeft: 2, borderColor: "divider", "&::first-letter": { textTransform: "uppercase" } }}
    >
      {describeNotice(notice, t)}
    </Typography>
  ));
}
