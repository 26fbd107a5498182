"use client";

import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import type { News } from "@/components/basics/Toast";
import { Section } from "@/components/system/Section";
import type { CarryOut } from "@/components/system/CarryOut";
import { useWork } from "@/components/system/UseWork";
import type { Column, RowAction } from "@/components/table/Column";
import { DataTable } from "@/components/table/DataTable";
import { useTable } from "@/components/table/UseTable";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Failure } from "@/core/api/Types";
import { formatInstant } from "@/core/format/Dates";
import { useI18n } from "@/core/i18n/I18n";
import { sentenceFor } from "@/core/i18n/Sentences";

const DEFAULTS = { sort: "failed_at", descending: true };

interface Props {
  readonly carryOut: CarryOut;
  readonly tell: (news: News) => void;
}

/** What failed every time it was tried, and why; run again or let go. */
export function FailuresSection({ carryOut, tell }: Props) {
  const { t, language } = useI18n();
  const workOf = useWork();
  const table = useTable<Failure>(paths.failures, DEFAULTS);
  const [discarding, discard] = useState<Failure | null>(null);
  const columns: readonly Column<Failure>[] = [
    { id: "queue", label: t("system.work"), sortable: true, grow: 1.8, cell: ({ queue }) => workOf(queue) },
    { id: "reason", label: t("system.reason"), grow: 2.4, cell: ({ reason }) => sentenceFor(reason, t, reason) },
    { id: "organization", label: t("system.organization"), grow: 1.2, cell: (row) => row.organization_id ?? "" },
    {
      id: "failed_at",
      label: t("system.failedAt"),
      sortable: true,
      grow: 1.3,
      cell: ({ failed_at }) => formatInstant(failed_at, language),
    },
    {
      id: "failures",
      label: t("system.times"),
      grow: 0.6,
      align: "right",
      wideOnly: true,
      cell: ({ failures }) => `${failures}`,
    },
  ];

  const actionsOf = (failure: Failure): readonly RowAction[] => {
    const rerun = () =>
      carryOut(
        () => ApiService.instance.post(paths.rerun(failure.id)).then(table.refresh),
        t("system.rerunDone", { work: workOf(failure.queue) }),
      );
    return [
      ...(failure.can_rerun ? [{ label: t("system.rerun"), icon: RotateCw, onChoose: rerun }] : []),
      { label: t("system.discard"), icon: Trash2, onChoose: () => discard(failure), destructive: true },
    ];
  };

  return (
    <Section title={t("system.failures")} help={t("system.failuresHelp")} testid="failures">
      <DataTable
        label={t("system.failures")}
        table={table}
        columns={columns}
        keyOf={({ id }) => id}
        actions={{ name: ({ queue }) => workOf(queue), of: actionsOf }}
        empty={{ text: t("system.noFailures") }}
      />
      {discarding && (
        <ConfirmDialog
          title={t("system.discardTitle", { work: workOf(discarding.queue) })}
          text={t("system.discardText")}
          button={t("system.discard")}
          act={() => ApiService.instance.delete(paths.failure(discarding.id))}
          onDone={() => {
            tell({ text: t("system.discarded", { work: workOf(discarding.queue) }) });
            table.refresh();
          }}
          onClose={() => discard(null)}
        />
      )}
    </Section>
  );
}
