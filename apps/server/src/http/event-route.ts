import { wireText, type Store } from "@wayfinder/engine";
import { fastifyPath, isFinal } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { parseInput } from "./problem-reply.ts";
import { requireTask } from "./task-view.ts";

const EventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  epoch: z.string().max(64).optional(),
  /** Seconds to wait for a first event; proxies cut silent requests after 30. */
  wait: z.coerce.number().min(0).max(25).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
});

/** `GET /api/v1/tasks/{id}/events`: a page of the log; with `wait`, as soon as there is one (CL8). */
export function eventRoute(app: FastifyInstance, context: HttpContext): void {
  const { store } = context;
  app.get(fastifyPath("events"), { schema: { summary: "The log", querystring: EventsQuery } }, async (request, reply) => {
    const { task_id } = await requireTask(context, request);
    const { after, epoch, wait, limit } = parseInput(EventsQuery, request.query);
    const seen = await requireTask(context, request);
    // HS7: a place in another history, or beyond the head, is no place
    const from = (epoch !== undefined && epoch !== seen.epoch) || after > seen.head ? 0 : after;
    if (wait > 0 && seen.head <= from && !isFinal(seen.status)) await grown(store, task_id, wait * 1_000);
    const events = await store.readEvents({ task_id, after: from, limit });
    const task = await requireTask(context, request);
    const texts = events.map((event) => wireText(task_id, event));
    const tail = `"head":${task.head},"epoch":${JSON.stringify(task.epoch)}}`;
    return reply.type("application/json").send(`{"events":[${texts.join(",")}],${tail}`);
  });
}

/** Resolves with the next wake-up of the task, or when the time is over. */
const grown = (store: Store, task_id: string, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stop = store.onWakeUp((wakeUp) => {
      if (wakeUp.kind === "task" && wakeUp.task_id === task_id) end();
    });
  });
