"use client";

import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import { Search, X } from "lucide-react";
import { useSearchText } from "@/components/table/UseSearchText";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly label: string;
  /** What is searched for at the moment. */
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Searches when the typing pauses. */
export function SearchBox({ label, value, onSearch }: Props) {
  const { t } = useI18n();
  const { text, type } = useSearchText(value, onSearch);
  return (
    <OutlinedInput
      value={text}
      onChange={(event) => type(event.target.value)}
      placeholder={label}
      inputProps={{ "aria-label": label, autoComplete: "off", spellCheck: false, maxLength: 200 }}
      startAdornment={
        <InputAdornment position="start">
          <Search size={15} aria-hidden />
        </InputAdornment>
      }
      endAdornment={
        text && (
          <IconButton aria-label={t("table.clearSearch")} onClick={() => type("")} sx={{ width: 24, height: 24 }}>
            <X size={14} aria-hidden />
          </IconButton>
        )
      }
      sx={{
        width: 300,
        height: 32,
        fontSize: 13,
        pl: 1.25,
        pr: 0.5,
        bgcolor: "background.paper",
        "& input": { pl: 0 },
      }}
    />
  );
}
