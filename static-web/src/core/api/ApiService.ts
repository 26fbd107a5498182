import { ApiError, NetworkError } from "@/core/api/ApiError";
import type { Problem } from "@/core/api/Types";

/** A body together with the version that the server gave it. */
export interface Versioned<T> {
  readonly body: T;
  readonly etag: string;
}

interface Options {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** The sign-in request: 401 there is an answer, not a lost session. */
  readonly anonymous?: boolean;
}

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** The one way from the portal to the API: same-origin cookie, CSRF header, problem+json. */
export class ApiService {
  private static shared: ApiService | undefined;

  static get instance(): ApiService {
    return (ApiService.shared ??= new ApiService());
  }

  /** What to do when the session is gone; the shell sets it. */
  onSignedOut: () => void = () => undefined;

  /** What to do when nothing is answered before a second factor is set up. */
  onSecondFactorNeeded: () => void = () => undefined;

  constructor(private readonly origin = "") {}

  readonly get = <T>(path: string): Promise<T> => this.json<T>("GET", path);

  readonly getVersioned = async <T>(path: string): Promise<Versioned<T>> => versioned<T>(await this.send("GET", path));

  post<T>(path: string, body: unknown = {}, options: Options = {}): Promise<T> {
    return this.json<T>("POST", path, { ...options, body });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.json<T>("PATCH", path, { body });
  }

  delete<T>(path: string): Promise<T> {
    return this.json<T>("DELETE", path);
  }

  async put<T>(path: string, body: unknown, etag: string): Promise<Versioned<T>> {
    return versioned<T>(await this.send("PUT", path, { body, headers: { "If-Match": etag } }));
  }

  /** PUT of what has no version to compare. */
  set<T>(path: string, body: unknown): Promise<T> {
    return this.json<T>("PUT", path, { body });
  }

  /** POST of what tells how far it is: each line as it comes. A refusal, at the beginning or in between, is thrown. */
  async *lines<T extends object>(path: string, body: unknown = {}): AsyncGenerator<T> {
    const response = await this.send("POST", path, { body });
    for await (const line of linesOf(response)) {
      const told = JSON.parse(line) as T | Problem;
      if ("detail" in told && "title" in told) throw ApiError.of(told);
      yield told as T;
    }
  }

  private async json<T>(method: string, path: string, options: Options = {}): Promise<T> {
    const response = await this.send(method, path, options);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async send(method: string, path: string, options: Options = {}): Promise<Response> {
    const response = await this.reach(method, path, options);
    if (response.ok) return response;
    if (response.status === 401 && !options.anonymous) this.onSignedOut();
    const error = await ApiError.from(response);
    if (error.reason === "second-factor-needed") this.onSecondFactorNeeded();
    throw error;
  }

  private async reach(method: string, path: string, options: Options): Promise<Response> {
    const headers = new Headers({ Accept: "application/json", ...options.headers });
    if (!SAFE_METHODS.has(method)) headers.set("X-Imagini-Csrf", "1");
    if (options.body !== undefined) headers.set("Content-Type", "application/json");
    const body = options.body === undefined ? null : JSON.stringify(options.body);
    try {
      return await fetch(this.origin + path, { method, headers, body, credentials: "same-origin", cache: "no-store" });
    } catch (error) {
      throw new NetworkError(error);
    }
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      const lines = (rest + read.value).split("\n");
      rest = lines.pop() ?? "";
      yield* lines.filter(Boolean);
    }
  } catch (error) {
    throw new NetworkError(error);
  }
}

async function versioned<T>(response: Response): Promise<Versioned<T>> {
  return { body: (await response.json()) as T, etag: response.headers.get("ETag") ?? "" };
}
