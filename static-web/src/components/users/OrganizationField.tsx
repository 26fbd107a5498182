"use client";

import { useId } from "react";
import { describedBy, FieldFrame } from "@/components/basics/FieldFrame";
import { OrganizationChoice, type OrganizationOption } from "@/components/users/OrganizationChoice";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly value: OrganizationOption | null;
  readonly onChoose: (organization: OrganizationOption | null) => void;
  readonly problem: string | null;
}

export function OrganizationField({ value, onChoose, problem }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <FieldFrame id={id} label={t("users.organization")} required problem={problem}>
      <OrganizationChoice
        id={id}
        required
        value={value}
        onChoose={onChoose}
        wrong={Boolean(problem)}
        describedBy={describedBy(id, undefined, problem)}
      />
    </FieldFrame>
  );
}
