"use client";

import { homeOf } from "@/components/shell/Menus";
import { tellOtherTabs } from "@/components/shell/OtherTabs";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { problemText } from "@/core/api/ProblemText";
import type { Me } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";
import { useSubmit } from "@/core/UseSubmit";

/**
 * Works in another organization. The page is loaded anew, so that no list, no image and no open viewer of the one
 * that is left stays on the screen; in other tabs neither.
 */
export function useSwitchOrganization() {
  const { t } = useI18n();
  const { run, busy, error } = useSubmit();
  const choose = (id: string) =>
    run(async () => {
      const me = await ApiService.instance.set<Me>(paths.myOrganization, { id });
      tellOtherTabs();
      window.location.assign(homeOf(me));
    });
  return { choose, busy, problem: error ? problemText(error, t) : null };
}
