import type { components } from "@/core/api/Types.gen";

type Schemas = components["schemas"];

export type Age = Schemas["Age"];
export type Analysis = Schemas["AnalysisView"];
export type Finding = Schemas["FindingView"];
export type Invitation = Schemas["InvitationView"];
export type Me = Schemas["Me"];
export type Membership = Schemas["MembershipView"];
export type Offer = Schemas["Offer"];
export type OpenSession = Schemas["OpenSession"];
export type Organization = Schemas["OrganizationView"];
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
export type User = Schemas["UserRow"];
export type Role = User["role"];
export type Language = Me["user"]["language"];
export type SectionName = keyof ReportSections;
