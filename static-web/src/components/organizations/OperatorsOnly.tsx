"use client";

import type { ReactNode } from "react";
import { Problem } from "@/components/basics/Problem";
import { ApiError } from "@/core/api/ApiError";
import { useMe } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** For those who run the platform; the server refuses everybody else as well. */
export function OperatorsOnly({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const { data: me } = useMe();
  if (!me) return null;
  if (me.menus.includes("organizations")) return children;
  return <Problem error={new ApiError(404, t("organizations.forbidden"))} />;
}
