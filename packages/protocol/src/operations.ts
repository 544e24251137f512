import { z } from "zod";
import { TaskStatus } from "./task.ts";
import { Moment } from "./text.ts";

const Count = z.int().nonnegative();
const Seconds = z.number().nonnegative();

/** How often something with a name happened. */
export const FigureCount = z.object({ name: z.string(), count: Count });
export type FigureCount = z.infer<typeof FigureCount>;

/** A path that clients dial in vain; every part that may tell of somebody is `{…}`. */
const WrongPath = z.object({ path: z.string(), count: Count, last_at: Moment });

/** A histogram as Prometheus has it: `count` of a bucket are all values up to `le_s`, those of the smaller buckets too. */
export const FigureHistogram = z.object({
  count: Count,
  sum_s: Seconds,
  buckets: z.array(z.object({ le_s: Seconds, count: Count })),
});
export type FigureHistogram = z.infer<typeof FigureHistogram>;

/** What models took in the last 24 hours, as budgets count it; `usd` is null where a price is not known. */
const ModelDay = z.object({
  payer: z.enum(["server", "people"]),
  /** `probes` are the small calls that test a model. */
  purpose: z.enum(["tasks", "probes"]),
  tokens: Count,
  usd: z.number().nonnegative().nullable(),
});
export type ModelDay = z.infer<typeof ModelDay>;

/** `GET /api/v1/operations`: the figures of one process since it started; `tasks`, `steps.ready` and `model_day` are those of the whole database. */
export const Operations = z.object({
  since: Moment,
  at: Moment,
  connections: z.object({ websocket: Count, sse: Count, long_poll: Count }),
  slow_readers: Count,
  /** By outcome: `admitted`, `near_miss`, `elsewhere`, or the close code of the refusal. */
  dials: z.array(FigureCount),
  /** By close code. */
  closes: z.array(FigureCount),
  resumes: z.object({ fresh: Count, ok: Count, reset: Count }),
  /** By HTTP status; 426 is what a task's owner gets. */
  probes: z.array(FigureCount),
  wrong_paths: z.object({ count: Count, paths: z.array(WrongPath) }),
  heartbeats: Count,
  sends_after_close: Count,
  events: z.object({ appended: Count, delivered: Count }),
  append_to_write: FigureHistogram,
  runs: z.object({ logs: Count, bytes: Count }),
  wake_ups: z.object({ received: Count, found_by_poll: Count }),
  event_loop_delay_s: z.object({ p50: Seconds, p99: Seconds, max: Seconds }),
  steps: z.object({ running: Count, claimed: Count, failed: Count, ready: Count.nullable() }),
  /** Null while the database does not answer. */
  tasks: z.record(TaskStatus, Count).nullable(),
  /** Each payer with each purpose; null while the database does not answer. */
  model_day: z.array(ModelDay).nullable(),
  database: z.object({ busy: Count, idle: Count, waiting: Count }),
  memory_bytes: Count,
});
export type Operations = z.infer<typeof Operations>;

/** Whether the asker can read the figures: at once, with the operator's token, or not as the server is set up. */
export const OperationsAccess = z.object({ access: z.enum(["open", "token", "closed"]) });
export type OperationsAccess = z.infer<typeof OperationsAccess>;
