import type { Problem } from "@/core/api/Types";

/** What the server refused, in its own words (problem+json). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly fields: Readonly<Record<string, string>> = {},
    /** A word that tells this refusal from others of its status; "" where there is none. */
    readonly reason = "",
    /** How many seconds to wait before the next try; 0 where the server does not say. */
    readonly wait = 0,
  ) {
    super(detail);
    this.name = "ApiError";
  }

  static async from(response: Response): Promise<ApiError> {
    const problem = await readProblem(response);
    return ApiError.of({ ...problem, title: problem.title || response.statusText }, response.status, waitOf(response));
  }

  static of(problem: Partial<Problem>, status = problem.status ?? 500, wait = 0): ApiError {
    const fields = Object.fromEntries((problem.errors ?? []).map((error) => [error.field, error.message]));
    return new ApiError(status, problem.detail || problem.title || "", fields, reasonOf(problem.type), wait);
  }
}

/** No answer at all: the network, or the server, is away. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super("The server did not answer.", { cause });
    this.name = "NetworkError";
  }
}

/** urn:imagini:last-admin is last-admin. */
function reasonOf(type: string | undefined): string {
  return /^urn:imagini:(.+)$/.exec(type ?? "")?.[1] ?? "";
}

function waitOf(response: Response): number {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) ? seconds : 0;
}

async function readProblem(response: Response): Promise<Partial<Problem>> {
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}
