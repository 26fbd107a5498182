import type { components } from "@/core/api/Types.gen";

type Schemas = components["schemas"];

export type Age = Schemas["Age"];
export type Analysis = Schemas["Analysis"];
export type Finding = Schemas["Finding"];
export type Me = Schemas["Me"];
export type Patient = Schemas["Patient"];
export type Problem = Schemas["Problem"];
export type Report = Schemas["Report"];
export type ReportFinding = Schemas["ReportFinding"];
export type ReportSections = Schemas["ReportSections"];
export type Series = Schemas["Series"];
export type Study = Schemas["Study"];
export type Language = Me["user"]["language"];
export type SectionName = keyof ReportSections;
