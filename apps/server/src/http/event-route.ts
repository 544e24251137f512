import { wireText, type Store, type TaskRecord } from "@wayfinder/engine";
import { fastifyPath, isFinal, ProblemError, StreamAck } from "@wayfinder/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { deliveryCounts } from "../operation/delivery-counts.ts";
import { decideResume } from "../realtime/resume.ts";
import { PER_USER } from "../realtime/sockets.ts";
import type { HttpContext } from "./context.ts";
import { EventStream } from "./event-stream.ts";
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
  const { store, metrics, polls } = context;
  app.get(fastifyPath("events"), { schema: { summary: "The log", querystring: EventsQuery } }, async (request, reply) => {
    const seen = await requireTask(context, request);
    const query = parseInput(EventsQuery, request.query);
    if (request.headers.accept?.includes("text/event-stream") === true) {
      refuseOverloaded(context, reply);
      if (context.streams.isFull(seen.user_id))
        throw new ProblemError("too_many_requests", `One person may read ${PER_USER} streams at once.`);
      return stream(context, seen, { request, reply, query });
    }
    const { after, epoch, wait, limit } = query;
    if (wait > 0) refuseOverloaded(context, reply);
    const { task_id } = seen;
    // HS7: a place in another history, or beyond the head, is no place
    const from = (epoch !== undefined && epoch !== seen.epoch) || after > seen.head ? 0 : after;
    if (wait > 0 && seen.head <= from && !isFinal(seen.status)) {
      if (polls.isFull(seen.user_id))
        throw new ProblemError("too_many_requests", `One person may have ${PER_USER} polls waiting at once.`);
      const leave = [polls.enter(seen.user_id), metrics.enter("long_poll")];
      await grown(store, { task_id, from, ms: wait * 1_000, request }).finally(() => leave.forEach((left) => left()));
    }
    const events = await store.readEvents({ task_id, after: from, limit });
    metrics.eventsDelivered.inc({ transport: "long_poll" }, events.length);
    const task = await requireTask(context, request);
    const texts = events.map((event) => wireText(task_id, event));
    const tail = `"head":${task.head},"epoch":${JSON.stringify(task.epoch)}}`;
    return reply.type("application/json").send(`{"events":[${texts.join(",")}],${tail}`);
  });
}

/** The ack of a stream's reader (SD9). The stream lives in the process that serves it; elsewhere it is not found. */
export function ackRoute(app: FastifyInstance, context: HttpContext): void {
  app.post(
    fastifyPath("ack"),
    { schema: { summary: "Acknowledge events of a stream", body: StreamAck } },
    async (request, reply) => {
      const { task_id } = await requireTask(context, request);
      const { stream: id, seq } = parseInput(StreamAck, request.body);
      const found = context.streams.find(task_id, id);
      if (!found) throw new ProblemError("stream_not_found", "There is no such stream in this process. Read on without acks.");
      found.ack(seq);
      return reply.code(204).send();
    },
  );
}

/** Whoever would keep a connection is sent away while there are too many (SD8). */
function refuseOverloaded({ overload }: HttpContext, reply: FastifyReply): void {
  const overloaded = overload.refuses();
  if (!overloaded) return;
  const after_s = Math.ceil(overloaded.after_ms / 1_000);
  void reply.header("retry-after", after_s);
  throw new ProblemError("overloaded", `${overloaded.reason}. Come back in ${after_s} s.`, { retry_after_s: after_s });
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: z.infer<typeof EventsQuery>;
}

/** Hands the raw response to the stream, with the headers that CORS has set so far. */
async function stream(
  { store, metrics, streams, newId, uptime }: HttpContext,
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
      errors: [{ path: "last-event-id", message: "epoch:seq", rule: "malformed" }],
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
  const opened = new EventStream({ id: newId(), store, task, response: reply.raw, watcher, now: uptime, ...resume });
  reply.raw.on("close", streams.add(opened));
  await opened.run().finally(leave);
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
