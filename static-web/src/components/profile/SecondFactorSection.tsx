"use client";

import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { Problem } from "@/components/basics/Problem";
import { Section } from "@/components/basics/Section";
import { SecondFactorRemoval } from "@/components/profile/SecondFactorRemoval";
import { SecondFactorSetup } from "@/components/profile/SecondFactorSetup";
import { paths } from "@/core/api/Paths";
import { useSecondFactor } from "@/core/api/UseApi";
import { useI18n } from "@/core/i18n/I18n";

/** Whether codes are asked for beside the password; set up, and taken away again. */
export function SecondFactorSection() {
  const { t } = useI18n();
  const { mutate } = useSWRConfig();
  const { data: factor, error, mutate: again } = useSecondFactor();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    void again();
    void mutate(paths.me);
  };
  return (
    <Section
      title={t("profile.factor")}
      help={t("profile.factorHelp")}
      action={
        factor && (
          <Button variant={factor.is_on ? "outlined" : "contained"} onClick={() => setOpen(true)}>
            {t(factor.is_on ? "profile.factorRemove" : "profile.factorSetUp")}
          </Button>
        )
      }
    >
      {error ? (
        <Problem error={error} onRetry={() => void again()} />
      ) : factor ? (
        <Typography variant="body2" data-testid="second-factor">
          {!factor.is_on
            ? t("profile.factorOff")
            : factor.recovery_codes_left > 0
              ? t("profile.factorOn", { count: factor.recovery_codes_left })
              : t("profile.factorNoneLeft")}
        </Typography>
      ) : (
        <Skeleton width={240} height={20} />
      )}
      {open &&
        factor &&
        (factor.is_on ? (
          <SecondFactorRemoval hasPassword={factor.has_password} onEnd={close} />
        ) : (
          <SecondFactorSetup hasPassword={factor.has_password} onEnd={close} />
        ))}
    </Section>
  );
}
