"use client";

import { ConfirmDialog } from "@/components/basics/ConfirmDialog";
import type { Measurements, MeasurementVersion } from "@/core/api/Types";
import { useI18n } from "@/core/i18n/I18n";

interface Props {
  readonly version: MeasurementVersion;
  readonly destination: Measurements["destination"];
  readonly publish: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Before measurements leave for where nobody here can take them back. */
export function PublishDialog({ version: { number, author }, destination, publish, onClose }: Props) {
  const { t } = useI18n();
  return (
    <ConfirmDialog
      title={t("measurements.publishTitle", { number, author })}
      text={t(`measurements.publishText.${destination}`)}
      button={t(`measurements.publish.${destination}`)}
      harmless
      act={publish}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
}
