import type { Problem } from "@wayfinder/protocol";

/** The server answered with an error; `problem.code` says which one of the catalogue. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** The server did not answer: no network, a wrong address, or it is down. `cause` is what `fetch` threw. */
export class ApiUnreachable extends Error {
  readonly url: string;
  constructor(url: string, cause: unknown) {
    super(`No answer from ${url}`, { cause });
    this.name = "ApiUnreachable";
    this.url = url;
  }
}

/** An answer with its body, read to the end. */
export interface ApiAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

/** The body of a good answer, or undefined if it has none; a page of somebody else's is an error. */
export function readBody(answer: ApiAnswer): unknown {
  if (answer.text === "") return undefined;
  const body = parse(answer.text);
  if (body === undefined) throw new ApiError(unexpected(answer));
  return body;
}

/** The problem in an error's body; an answer that is none of ours (a proxy's page) becomes one with code `unexpected_answer`. */
export function readProblem(answer: ApiAnswer): Problem {
  const body = parse(answer.text);
  return isProblem(body) ? body : unexpected(answer);
}

const unexpected = ({ status, statusText }: ApiAnswer): Problem => ({
  type: "about:blank",
  title: "The server answered something unexpected",
  status,
  detail: `HTTP ${status} ${statusText}`.trim(),
  code: "unexpected_answer",
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // No JSON: not ours.
  }
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  const { code, title, detail, status } = body as Partial<Problem>;
  return [code, title, detail].every((text) => typeof text === "string") && typeof status === "number";
}
