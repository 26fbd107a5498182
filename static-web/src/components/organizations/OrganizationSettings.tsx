"use client";

import Box from "@mui/material/Box";
import { DetailsSection } from "@/components/organizations/DetailsSection";
import { ModelsSection } from "@/components/organizations/ModelsSection";
import { SignInSection } from "@/components/organizations/SignInSection";
import { SourceSection } from "@/components/organizations/SourceSection";
import { TemplateSection } from "@/components/organizations/TemplateSection";
import { WorkSection } from "@/components/organizations/WorkSection";
import type { Organization } from "@/core/api/Types";

/** All that can be decided about an organization, subject by subject. */
export function OrganizationSettings({ organization }: { organization: Organization }) {
  const subject = { organization };
  return (
    <Box key={organization.name} sx={{ display: "grid", gap: 2, gridTemplateColumns: "minmax(0, 1fr)" }}>
      <DetailsSection {...subject} />
      <SourceSection {...subject} />
      <ModelsSection {...subject} />
      <TemplateSection {...subject} />
      <WorkSection {...subject} />
      <SignInSection {...subject} />
    </Box>
  );
}
