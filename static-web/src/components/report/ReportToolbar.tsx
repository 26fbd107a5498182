"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { FileText } from "lucide-react";
import { ReportStatus } from "@/components/report/ReportStatus";
import { SaveStateText } from "@/components/report/SaveStateText";
import { SignDialog } from "@/components/report/SignDialog";
import { useSignature } from "@/components/report/UseSignature";
import { paths } from "@/core/api/Paths";
import type { Report } from "@/core/api/Types";
import { useMay } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";
import type { ReportAutosave, SaveState } from "@/core/report/ReportAutosave";

interface Props {
  readonly report: Report;
  readonly save: SaveState;
  readonly autosave: ReportAutosave;
  readonly onSigned: (report: Report) => void;
}

/** Draft or signed, saved or not, and the next step of the report. */
export function ReportToolbar({ report, save, autosave, onSigned }: Props) {
  const { t, language } = useI18n();
  const study = report.study_instance_uid;
  const signature = useSignature(study, autosave, onSigned);
  const may = useMay("reports.write");
  const signed = report.status === "signed";
  return (
    <Box sx={{ flexShrink: 0, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ minHeight: 48, px: 2, display: "flex", alignItems: "center", gap: 1.5 }}>
        <ReportStatus report={report} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {!signed && <SaveStateText save={save} updatedAt={report.updated_at} />}
        </Box>
        <Button
          variant="outlined"
          startIcon={<FileText size={14} aria-hidden />}
          component="a"
          href={paths.reportPdf(study, language)}
          target="_blank"
          rel="noopener"
          aria-label={t("report.pdfLabel")}
          onMouseDown={() => void autosave.flush()}
        >
          {t("report.pdf")}
        </Button>
        {!signed && may && (
          <Button variant="contained" onClick={signature.ask} disabled={signature.busy || save.kind === "conflict"}>
            {signature.busy ? t("report.signing") : t("report.sign")}
          </Button>
        )}
      </Box>
      {signature.problem && (
        <Typography role="alert" variant="body2" color="error" sx={{ px: 2, pb: 1 }}>
          {t("report.notSigned", { detail: signature.problem })}
        </Typography>
      )}
      {signature.asking && (
        <SignDialog
          undecided={signature.undecided}
          busy={signature.busy}
          problem={signature.problem}
          onSign={signature.sign}
          onClose={signature.close}
        />
      )}
    </Box>
  );
}
