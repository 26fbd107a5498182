"use client";

import Autocomplete from "@mui/material/Autocomplete";
import OutlinedInput from "@mui/material/OutlinedInput";
import { ChevronDown, X } from "lucide-react";
import { useState } from "react";
import type { Organization } from "@/core/api/Types";
import { paths } from "@/core/api/Paths";
import { usePage } from "@/core/api/UsePage";
import { useI18n } from "@/core/i18n/I18n";
import { useSearchText } from "@/components/table/UseSearchText";

export type OrganizationOption = Pick<Organization, "name" | "display_name" | "status">;

interface Props {
  readonly id: string;
  readonly value: OrganizationOption | null;
  readonly onChoose: (organization: OrganizationOption | null) => void;
  /** What is wrong is said by the element of this id. */
  readonly describedBy?: string;
  readonly wrong?: boolean;
  readonly dense?: boolean;
  readonly required?: boolean;
}

/** "name - display name"; the server searches in both. */
export function OrganizationChoice({ id, value, onChoose, describedBy, wrong = false, dense, required }: Props) {
  const { t } = useI18n();
  const [words, setWords] = useState("");
  const { text, type } = useSearchText(words, setWords);
  const { data, isLoading } = usePage<OrganizationOption>(
    `${paths.organizations}?${new URLSearchParams({ search: words })}`,
  );
  return (
    <Autocomplete
      id={id}
      value={value}
      onChange={(_, chosen) => onChoose(chosen)}
      inputValue={value ? labelOf(value) : text}
      onInputChange={(_, typed, reason) => {
        if (reason === "input" || reason === "clear") {
          type(typed);
          if (value) onChoose(null);
        }
      }}
      options={data?.items ?? []}
      filterOptions={(found) => found}
      loading={isLoading}
      loadingText={t("invite.searching")}
      noOptionsText={t("invite.noOrganization")}
      getOptionKey={(option) => option.name}
      getOptionLabel={labelOf}
      getOptionDisabled={(option) => !dense && option.status === "suspended"}
      isOptionEqualToValue={(option, chosen) => option.name === chosen.name}
      popupIcon={<ChevronDown size={15} aria-hidden />}
      clearIcon={<X size={14} aria-hidden />}
      autoHighlight
      clearOnBlur={false}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          {labelOf(option)}
          {option.status === "suspended" && ` (${t("invite.suspended")})`}
        </li>
      )}
      renderInput={({ id: input, slotProps }) => (
        <OutlinedInput
          id={input}
          fullWidth
          ref={slotProps.input.ref}
          className={slotProps.input.className}
          endAdornment={slotProps.input.endAdornment}
          onMouseDown={slotProps.input.onMouseDown}
          placeholder={dense ? t("table.all") : t("invite.searchOrganization")}
          error={wrong}
          inputProps={{ ...slotProps.htmlInput, "aria-describedby": describedBy, "aria-required": required }}
        />
      )}
      slotProps={{
        paper: { sx: { bgcolor: "raised", border: 1, borderColor: "divider", boxShadow: "none", fontSize: 13 } },
        listbox: { sx: { "& .MuiAutocomplete-option": { minHeight: 36, fontSize: 13 } } },
        clearIndicator: { "aria-label": t("table.clearSearch") },
      }}
      sx={{ "& .MuiOutlinedInput-root": { py: 0, minHeight: dense ? 32 : 38, fontSize: dense ? 13 : 14 } }}
    />
  );
}

function labelOf({ name, display_name }: OrganizationOption): string {
  return `${name} - ${display_name}`;
}
