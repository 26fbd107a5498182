"use client";

import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { DocsLink } from "@/components/clients/DocsLink";
import { TableEmpty } from "@/components/table/TableEmpty";
import { useI18n } from "@/core/i18n/I18n";

/** No system is let in yet: what one could do here, and where its makers read how. */
export function ClientsEmpty({ add }: { add: ReactNode }) {
  const { t } = useI18n();
  return (
    <Box sx={{ border: 1, borderColor: "divider", borderRadius: 1, bgcolor: "background.paper" }}>
      <TableEmpty
        text={t("clients.empty")}
        action={
          <>
            {add}
            <DocsLink />
          </>
        }
        onShowAll={null}
      />
    </Box>
  );
}
