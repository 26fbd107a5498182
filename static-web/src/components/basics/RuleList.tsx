import Box from "@mui/material/Box";
import { Check, Circle } from "lucide-react";
import { HiddenText } from "@/components/basics/HiddenText";
import { useI18n } from "@/core/i18n/I18n";
import type { PlainTextKey } from "@/core/i18n/Translate";

interface Props {
  readonly label: string;
  readonly testid: string;
  readonly rules: readonly (readonly [text: PlainTextKey, kept: boolean])[];
}

/** What an entry needs, each line ticked as soon as it is so. */
export function RuleList({ label, testid, rules }: Props) {
  const { t } = useI18n();
  return (
    <Box
      component="ul"
      aria-label={label}
      data-testid={testid}
      sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 0.25, fontSize: 12 }}
    >
      {rules.map(([text, kept]) => (
        <Box
          key={text}
          component="li"
          data-kept={kept}
          sx={{ display: "flex", gap: 1, alignItems: "baseline", color: kept ? "text.primary" : "text.secondary" }}
        >
          <Box
            component={kept ? Check : Circle}
            size={12}
            aria-hidden
            sx={{ flexShrink: 0, position: "relative", top: 2, color: kept ? "primary.main" : "text.secondary" }}
          />
          <span>
            {t(text)}
            <HiddenText>{t(kept ? "accounts.ruleKept" : "accounts.ruleOpen")}</HiddenText>
          </span>
        </Box>
      ))}
    </Box>
  );
}
