"use client";

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "next/link";
import { LIST_PAGE } from "@/components/organizations/Pages";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly busy: boolean;
  /** The PACS cannot be read yet. */
  readonly refused: boolean;
  readonly onAnyway: () => void;
}

export function NewOrganizationButtons({ busy, refused, onAnyway }: Props) {
  const { t } = useI18n();
  return (
    <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
      <Button type="submit" variant="contained" disabled={busy} data-testid="create-organization">
        {t("organizations.create")}
      </Button>
      {refused && (
        <Button variant="outlined" disabled={busy} onClick={onAnyway}>
          {t("organizations.createAnyway")}
        </Button>
      )}
      <Button component={Link} href={LIST_PAGE} prefetch={false}>
        {t("common.cancel")}
      </Button>
    </Box>
  );
}
