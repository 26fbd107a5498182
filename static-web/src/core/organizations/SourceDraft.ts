import type { Auth, Source } from "@/core/api/Types";
import type { PlainTextKey } from "@/core/i18n/Translate";

/** What is being typed about where studies live. A secret is only ever what was typed just now. */
export interface SourceDraft {
  readonly type: Source["type"];
  readonly url: string;
  readonly auth: Auth;
  readonly username: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scope: string;
  readonly secret: string;
}

export type SourceProblems = Partial<Record<"url" | "username" | "tokenUrl" | "clientId" | "secret", PlainTextKey>>;

export const NEW_SOURCE: SourceDraft = {
  type: "pacs",
  url: "",
  auth: "none",
  username: "",
  tokenUrl: "",
  clientId: "",
  scope: "",
  secret: "",
};

export function draftOf(source: Source): SourceDraft {
  return {
    type: source.type,
    url: source.url ?? "",
    auth: source.auth,
    username: source.username,
    tokenUrl: source.token_url ?? "",
    clientId: source.client_id,
    scope: source.scope,
    secret: "",
  };
}

/** What the server is told of how imagini proves itself. An absent secret: the same as before. */
export function accessOf({ auth, username, tokenUrl, clientId, scope, secret }: SourceDraft) {
  return {
    auth,
    username: auth === "basic" ? username.trim() : "",
    ...(auth === "oauth" && { token_url: tokenUrl.trim(), client_id: clientId.trim(), scope: scope.trim() }),
    ...(needsSecret(auth) && secret && { secret }),
  };
}

export const needsSecret = (auth: Auth) => auth === "basic" || auth === "bearer" || auth === "oauth";

/** Whether the secret that is kept would still be used: nobody else would get to see it. */
export function keepsSecret(draft: SourceDraft, kept: Source): boolean {
  return (
    kept.has_secret &&
    draft.auth === kept.auth &&
    serverOf(draft.url) === serverOf(kept.url ?? "") &&
    serverOf(draft.tokenUrl) === serverOf(kept.token_url ?? "")
  );
}

export function problemsOf(draft: SourceDraft, keeps: boolean): SourceProblems {
  if (draft.type === "archive") return {};
  const wants = (on: boolean, value: string): PlainTextKey | undefined =>
    on && !value.trim() ? "source.missing" : undefined;
  const oauth = draft.auth === "oauth";
  const problems: SourceProblems = {
    url: draft.url.trim() ? wrongAddress(draft.url) : "source.urlMissing",
    username: wants(draft.auth === "basic", draft.username),
    tokenUrl: wants(oauth, draft.tokenUrl),
    clientId: wants(oauth, draft.clientId),
    secret: wants(needsSecret(draft.auth) && !keeps, draft.secret),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem));
}

export function isSame(one: SourceDraft, other: SourceDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function wrongAddress(url: string): PlainTextKey | undefined {
  return serverOf(url) ? undefined : "source.urlWrong";
}

function serverOf(url: string): string {
  try {
    const { protocol, host } = new URL(url.trim());
    return protocol === "https:" || protocol === "http:" ? `${protocol}//${host}` : "";
  } catch {
    return "";
  }
}
