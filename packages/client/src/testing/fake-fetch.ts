import type { Fetch } from "../environment.ts";

/** What a test's server says to one request: an answer, now or later, `unreachable`, or `silent` (until aborted). */
export type FakeAnswer =
  | "unreachable"
  | "silent"
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | Promise<Response>;

export interface FakeRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** A `fetch` whose server is the test. `under_way` counts requests without an answer. */
export class FakeFetch {
  readonly requests: FakeRequest[] = [];
  under_way = 0;
  readonly #answer: (request: FakeRequest) => FakeAnswer;

  constructor(answer: (request: FakeRequest) => FakeAnswer) {
    this.#answer = answer;
  }

  readonly fetch: Fetch = async (input, init = {}) => {
    const request = { url: String(input), init };
    this.requests.push(request);
    this.under_way += 1;
    try {
      return await this.#respond(request);
    } finally {
      this.under_way -= 1;
    }
  };

  async #respond(request: FakeRequest): Promise<Response> {
    request.init.signal?.throwIfAborted();
    const answer = this.#answer(request);
    if (answer === "unreachable") throw new TypeError("fetch failed");
    if (answer === "silent") return await untilAborted(request.init.signal ?? null);
    if (answer instanceof Promise) return await Promise.race([answer, untilAborted(request.init.signal ?? null)]);
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {});
    return new Response(body, { status: answer.status, headers: answer.headers ?? {} });
  }
}

function untilAborted(signal: AbortSignal | null): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")), { once: true });
  });
}
