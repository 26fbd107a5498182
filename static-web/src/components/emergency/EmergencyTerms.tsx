import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Clock, Mail, ScrollText } from "lucide-react";
import { useI18n } from "@/core/i18n/I18n";

const TERMS = [
  { icon: Clock, text: "emergency.hour" },
  { icon: Mail, text: "emergency.mailed" },
  { icon: ScrollText, text: "emergency.onRecord" },
] as const;

/** What happens once it is open. */
export function EmergencyTerms() {
  const { t } = useI18n();
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 0.5 }}>
        {t("emergency.whatHappens")}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 0.75 }}>
        {TERMS.map(({ icon: Icon, text }) => (
          <Box component="li" key={text} sx={{ display: "flex", gap: 1, fontSize: 13, color: "text.secondary" }}>
            <Icon size={15} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            {t(text)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
