import { ProblemError, SOCKET_ID } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./context.ts";

/** A chunk of a benchmark's history; 8 MB hold some 25,000 events of 300 bytes. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/** `POST /bench/append`, open with BENCH=1 only: lines `task_id SP json LF` go into the real log; 202 after the commit. */
export function benchRoute(app: FastifyInstance, { store }: HttpContext): void {
  app.addContentTypeParser("text/plain", { parseAs: "string", bodyLimit: BODY_LIMIT_BYTES }, (_, body, done) => done(null, body));
  app.post("/bench/append", { bodyLimit: BODY_LIMIT_BYTES, schema: { hide: true } }, async (request, reply) => {
    if (request.headers.origin !== undefined) throw new ProblemError("origin_not_allowed", "A page has nothing to measure here.");
    const lines = String(request.body ?? "")
      .split("\n")
      .filter((line) => line !== "");
    const appended = await store.appendUnchecked({ events: lines.map(readLine) });
    if (appended === "foreign") throw new ProblemError("not_a_bench_task", "A task of that name was not made by this route.");
    return reply.code(202).send();
  });
}

function readLine(line: string, at: number): { task_id: string; body: string } {
  const space = line.indexOf(" ");
  const task_id = line.slice(0, space);
  const { task_id: _, seq: __, at: ___, ...event } = readEvent(line.slice(space + 1));
  if (space > 0 && SOCKET_ID.test(task_id) && Object.keys(event).length > 0) return { task_id, body: JSON.stringify(event) };
  throw new ProblemError("invalid_request", `Line ${at + 1} is not "task_id json".`, {
    errors: [{ path: `line ${at + 1}`, message: "task_id SP json" }],
  });
}

function readEvent(json: string): Record<string, unknown> {
  try {
    const event = JSON.parse(json) as unknown;
    return typeof event === "object" && event !== null && !Array.isArray(event) ? { ...event } : {};
  } catch {
    return {};
  }
}
