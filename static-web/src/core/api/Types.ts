import type { components } from "@/core/api/Types.gen";

type Schemas = components["schemas"];

export type Age = Schemas["Age"];
export type Analysis = Schemas["AnalysisView"];
export type Finding = Schemas["FindingView"];
export type Identity = Schemas["IdentityView"];
export type Me = Schemas["Me"];
export type Offer = Schemas["Offer"];
export type Onward = Schemas["Onward"];
export type OpenSession = Schemas["OpenSession"];
export type Patient = Schemas["Patient"];
export type Problem = Schemas["Problem"];
export type RecoveryCodes = Schemas["RecoveryCodes"];
export type Report = Schemas["ReportView"];
export type ReportFinding = Schemas["FindingOfReport"];
export type ReportSections = Schemas["Sections"];
export type SecondFactor = Schemas["SecondFactorView"];
export type SecondFactorSetup = Schemas["SecondFactorSetup"];
export type Series = Schemas["Series"];
export type SignInOptions = Schemas["SignInOptions"];
export type Study = Schemas["Study"];
export type Language = Me["user"]["language"];
export type SectionName = keyof ReportSections;
