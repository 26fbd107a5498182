import type { SourceDraft, SourceProblems } from "@/core/organizations/SourceDraft";

export interface SourceFieldsProps {
  readonly draft: SourceDraft;
  /** The secret that is kept goes on being used. */
  readonly keeps: boolean;
  readonly problems: SourceProblems;
  readonly onChange: (change: Partial<SourceDraft>) => void;
}
