/**
 * Written by hand in the shape that openapi-typescript emits, until openapi.json is
 * committed; from then on `npm run api-types` writes this file.
 */
export interface components {
  schemas: {
    Age: { value: number; unit: "years" | "months" | "days" };
    Patient: {
      mrn: string;
      name: string;
      birth_date: string | null;
      age: components["schemas"]["Age"] | null;
      sex: "F" | "M" | "O" | null;
    };
    Membership: { id: string; display_name: string; role: "member" | "org_admin" };
    User: {
      id: string;
      email: string;
      first_name: string;
      last_name: string;
      initials: string;
      language: "en" | "es";
    };
    Me: {
      user: components["schemas"]["User"];
      platform_role: "app_admin" | "super_admin" | null;
      organization: components["schemas"]["Membership"] | null;
      organizations: components["schemas"]["Membership"][];
      menus: string[];
      notice: string;
    };
    Study: {
      study_instance_uid: string;
      patient: components["schemas"]["Patient"];
      date: string | null;
      time: string | null;
      modalities: string[];
      description: string;
      accession_number: string;
      referring_physician: string;
      series_count: number;
      instance_count: number;
    };
    Series: {
      series_instance_uid: string;
      number: number | null;
      modality: string;
      description: string;
      body_part: string;
      instance_count: number;
    };
    AnalysisRun: {
      series_instance_uid: string;
      model_id: string;
      model_version: string;
      status: "running" | "done" | "failed" | "skipped";
      reason: string | null;
    };
    Analysis: {
      id: string;
      study_instance_uid: string;
      status: "queued" | "fetching" | "running" | "done" | "failed" | "skipped";
      fetched: number;
      total: number;
      reason: string | null;
      finding_count: number;
      requested_by: string;
      requested_at: string;
      finished_at: string | null;
      runs: components["schemas"]["AnalysisRun"][];
    };
    Code: { scheme: string; value: string; meaning: string };
    Region: { x: number; y: number; width: number; height: number };
    Model: { id: string; version: string; name: string; notice: string };
    Finding: {
      id: string;
      study_instance_uid: string;
      series_instance_uid: string;
      sop_instance_uid: string;
      label: string;
      code: components["schemas"]["Code"];
      probability: number;
      threshold: number;
      region: components["schemas"]["Region"] | null;
      heatmap_url: string | null;
      model: components["schemas"]["Model"];
      status: "undecided" | "approved" | "declined";
      reason: string | null;
      description: string;
      decided_by: string | null;
      decided_at: string | null;
    };
    ReportSections: {
      clinical_information: string;
      indication: string;
      technique: string;
      comparison: string;
      findings: string;
      impression: string;
      recommendations: string;
    };
    ReportFinding: { finding_id: string; label: string; probability: number; description: string };
    ReportStudy: {
      date: string | null;
      description: string;
      modalities: string[];
      referring_physician: string;
      accession_number: string;
    };
    Report: {
      study_instance_uid: string;
      status: "draft" | "signed";
      patient: components["schemas"]["Patient"];
      study: components["schemas"]["ReportStudy"];
      sections: components["schemas"]["ReportSections"];
      findings: components["schemas"]["ReportFinding"][];
      author: string | null;
      report_date: string | null;
      updated_at: string | null;
      updated_by: string | null;
      notice: string | null;
    };
    FieldError: { field: string; message: string };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      errors?: components["schemas"]["FieldError"][];
    };
  };
}
