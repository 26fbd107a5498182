import type { Organization } from "@/core/api/Types";
import type { PlainTextKey } from "@/core/i18n/Translate";

export type ContactField = "website" | "email" | "address" | "phone";
export type ContactDraft = Readonly<Record<ContactField, string>>;

export const NO_CONTACT: ContactDraft = { website: "", email: "", address: "", phone: "" };

const WRONG: Partial<Record<ContactField, readonly [RegExp, PlainTextKey]>> = {
  website: [/^https?:\/\/[^\s/]/, "organizations.websiteWrong"],
  email: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "organizations.emailWrong"],
  phone: [/^\+?[0-9][0-9 ()./x-]*$/, "organizations.phoneWrong"],
};

export function contactOf({ website, email, address, phone }: Organization): ContactDraft {
  return { website: website ?? "", email: email ?? "", address: address ?? "", phone: phone ?? "" };
}

/** What is typed is none of its kind; the server has the last word. */
export function contactProblems(draft: ContactDraft): Partial<Record<ContactField, PlainTextKey>> {
  const wrong = Object.entries(WRONG).filter(([field, [pattern]]) => {
    const typed = draft[field as ContactField].trim();
    return typed && !pattern.test(typed);
  });
  return Object.fromEntries(wrong.map(([field, [, text]]) => [field, text]));
}
