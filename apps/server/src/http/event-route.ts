import { wireText, type Store, type TaskRecord } from "@wayfinder/engine";
import { fastifyPath, isFinal, ProblemError } from "@wayfinder/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { deliveryCounts } from "../operation/delivery-counts.ts";
import { decideResume } from "../realtime/resume.ts";
import type { HttpContext } from "./context.ts";
import { streamEvents } from "./event-stream.ts";
import { parseInput } from "./problem-reply.ts";
import { requireTask } from "./task-view.ts";

const EventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  epoch: z.string().max(64).optional(),
  /** Seconds to wait for a first event; proxies cut silent requests after 30. */
  wait: z.coerce.number().min(0).max(25).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
});

/** How late a lost wake-up may be found (LG7). */
const HEAD_POLL_MS = 1_000;

/** `GET /api/v1/tasks/{id}/events`: a page of the log; with `wait`, as soon as there is one; as a stream if asked for one (CL8). */
export function eventRoute(app: FastifyInstance, context: HttpContext): void {
  const { store, metrics } = context;
  app.get(fastifyPath("events"), { schema: { summary: "The log", querystring: EventsQuery } }, async (request, reply) => {
    const seen = await requireTask(context, request);
    const query = parseInput(EventsQuery, request.query);
    if (request.headers.accept?.includes("text/event-stream") === true) return stream(context, seen, { request, reply, query });
    const { after, epoch, wait, limit } = query;
    const { task_id } = seen;
    // HS7: a place in another history, or beyond the head, is no place
    const from = (epoch !== undefined && epoch !== seen.epoch) || after > seen.head ? 0 : after;
    if (wait > 0 && seen.head <= from && !isFinal(seen.status)) {
      const leave = metrics.enter("long_poll");
      await grown(store, { task_id, from, ms: wait * 1_000, request }).finally(leave);
    }
    const events = await store.readEvents({ task_id, after: from, limit });
    metrics.eventsDelivered.inc({ transport: "long_poll" }, events.length);
    const task = await requireTask(context, request);
    const texts = events.map((event) => wireText(task_id, event));
    const tail = `"head":${task.head},"epoch":${JSON.stringify(task.epoch)}}`;
    return reply.type("application/json").send(`{"events":[${texts.join(",")}],${tail}`);
  });
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: z.infer<typeof EventsQuery>;
}

/** Hands the raw response to the stream, with the headers that CORS has set so far. */
async function stream(
  { store, metrics }: HttpContext,
  task: TaskRecord,
  { request, reply, query }: Asked,
): Promise<FastifyReply> {
  const [epoch, after] = String(request.headers["last-event-id"] ?? "").split(":");
  const place = after === undefined ? { after: query.after, epoch: query.epoch } : { after: Number(after), epoch };
  const search = new URLSearchParams({
    after: String(place.after),
    ...(place.epoch === undefined ? {} : { epoch: place.epoch }),
  });
  const resume = decideResume(search, task);
  if (!resume)
    throw new ProblemError("invalid_request", "Last-Event-ID must be epoch:seq.", {
      errors: [{ path: "last-event-id", message: "epoch:seq" }],
    });
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  const leave = metrics.enter("sse");
  const watcher = deliveryCounts(metrics, "sse");
  await streamEvents({ store, task, response: reply.raw, watcher, ...resume }).finally(leave);
  return reply;
}

interface Growth {
  readonly task_id: string;
  readonly from: number;
  readonly ms: number;
  readonly request: FastifyRequest;
}

/**
 * Resolves when the log has grown beyond `from`, when the time is over, or when the asker has gone.
 *
 * It listens first and then looks at the head, at once and every second, for wake-ups that were lost (law 3, LG7).
 */
const grown = (store: Store, { task_id, from, ms, request }: Growth): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      clearInterval(poll);
      request.raw.socket.off("close", end);
      stop();
      resolve();
    };
    const look = () => {
      store.readHeads({ task_ids: [task_id] }).then(([task]) => ((task?.head ?? 0) > from ? end() : undefined), end);
    };
    const timer = setTimeout(end, ms);
    const poll = setInterval(look, HEAD_POLL_MS);
    request.raw.socket.on("close", end);
    const stop = store.onWakeUp((wakeUp) => {
      if (wakeUp.kind === "task" && wakeUp.task_id === task_id && wakeUp.head > from) end();
    });
    look();
  });
