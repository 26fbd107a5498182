"use client";

import { tellOtherTabs } from "@/components/shell/OtherTabs";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import { useSubmit } from "@/core/UseSubmit";

const AFTERWARDS = "/admin/emergency";

/** The page is loaded anew, so that no patient stays on the screen; in other tabs neither. */
export function leaveEmergency() {
  tellOtherTabs();
  window.location.assign(AFTERWARDS);
}

export function useEndEmergency() {
  const { run, busy, error } = useSubmit();
  const end = () =>
    run(async () => {
      await ApiService.instance.delete(paths.myEmergency);
      leaveEmergency();
    });
  return { end: () => void end(), busy, error };
}
