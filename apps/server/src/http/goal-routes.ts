import { createHash } from "node:crypto";
import type { TaskRecord } from "@wayfinder/engine";
import { analyseGoal, estimatePlan, topics, type CatalogueRefusal } from "@wayfinder/catalogue";
import { hoursUntilDeadline, likelyConcepts } from "@wayfinder/pipeline";
import {
  Estimate,
  fastifyPath,
  GenerateRequest,
  Language,
  ModelEstimate,
  ProblemError,
  TaskCreated,
  Topic,
  type Goal,
} from "@wayfinder/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { addressHash } from "./address-hash.ts";
import type { HttpContext } from "./context.ts";
import { definiteGoal } from "./definite-goal.ts";
import { taskLinks } from "./links.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser } from "./session.ts";

const IdempotencyKey = z.string().min(1).max(255).optional();

/** From a goal to a task; what fits before one asks; what is covered at all. */
export function goalRoutes(app: FastifyInstance, context: HttpContext): void {
  app.post(
    fastifyPath("generate"),
    { schema: { summary: "Create a task that generates a roadmap", body: GenerateRequest, response: { 201: TaskCreated } } },
    (request, reply) => generate(context, request, reply),
  );

  app.post(
    fastifyPath("estimate"),
    {
      schema: {
        summary: "Whether a goal fits, before anything is generated",
        body: GenerateRequest,
        response: { 200: z.union([Estimate, ModelEstimate]) },
      },
    },
    async (request) => {
      const wanted = parseInput(GenerateRequest, request.body);
      const user_id = await context.access.userOf(request);
      const goal = definiteGoal(wanted, context.now(), await context.models.isConfigured(user_id));
      if (goal.source === "model") return modelEstimate(context, user_id, goal);
      const estimate = estimatePlan(context.catalogue, goal);
      if (!estimate.ok) throw refused(estimate);
      return estimate.estimate;
    },
  );

  const TopicsQuery = z.object({ language: Language.default("en") });
  app.get(
    fastifyPath("topics"),
    { schema: { summary: "What the catalogue covers", querystring: TopicsQuery, response: { 200: z.array(Topic) } } },
    (request) => topics(context.catalogue, parseInput(TopicsQuery, request.query).language),
  );
}

/** Nothing of the content is known before a model is asked; what it may cost and the room there is, are. */
const modelEstimate = async ({ models }: HttpContext, user_id: string | null, goal: Goal): Promise<ModelEstimate> => ({
  source: "model",
  cost: await models.estimate(user_id, likelyConcepts(goal)),
  hours_until_deadline: hoursUntilDeadline(goal),
});

async function generate(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const wanted = parseInput(GenerateRequest, request.body);
  const { key } = parseInput(z.object({ key: IdempotencyKey }), { key: request.headers["idempotency-key"] });
  const answer = (task: TaskRecord) => {
    const links = taskLinks(context.access.baseUrl(request.headers), task.task_id);
    // what the first answer said, also when it is given again
    return reply.code(201).send({ task_id: task.task_id, epoch: task.epoch, status: "queued", links });
  };
  // before anything that depends on the day: a replay is the same answer tomorrow
  const before = key === undefined ? null : await replayed(context, request, key);
  if (before) return answer(replay(reply, before));
  const asker = await context.access.userOf(request);
  const goal = definiteGoal(wanted, context.now(), await context.models.isConfigured(asker));
  if (goal.source === "catalogue") requireCovered(context, goal);
  const user_id = await ensureUser(context, request, reply);
  const { outcome, task } = await create(context, { user_id, goal, key, body: request.body, address: addressHash(request) });
  return answer(outcome === "replayed" ? replay(reply, task) : task);
}

function replay(reply: FastifyReply, task: TaskRecord): TaskRecord {
  void reply.header("Idempotency-Replayed", "true");
  return task;
}

/** The task that the key stood for, or null; another body is refused. */
async function replayed({ access, store }: HttpContext, request: FastifyRequest, key: string): Promise<TaskRecord | null> {
  const user_id = await access.userOf(request);
  const before = user_id === null ? null : await store.findByKey({ user_id, key });
  if (before && before.body_hash !== hashBody(request.body)) throw keyReused();
  return before?.task ?? null;
}

const keyReused = () =>
  new ProblemError(
    "idempotency_key_reused",
    "This Idempotency-Key came with another body before. Use a new key for a new request.",
  );

function requireCovered({ catalogue }: HttpContext, goal: Goal): void {
  const analysis = analyseGoal(catalogue, goal);
  if (!analysis.ok) throw refused(analysis);
}

function refused({ reason, nearest }: CatalogueRefusal): ProblemError {
  return reason === "not_covered" ? notCovered(nearest) : nothingLeft();
}

/** What is known already covers the goal: there is no plan to make, and saying so is the answer. */
const nothingLeft = (): ProblemError =>
  new ProblemError(
    "nothing_left_to_learn",
    "By what you know already, everything of this goal is known. Choose a goal further on, or name fewer known skills.",
    { errors: [{ path: "known_skills", message: "covers the whole goal", rule: "covers_goal" }] },
  );

function notCovered(nearest: readonly { id: string; title: string }[]): ProblemError {
  const names = nearest.map((n) => n.title).join(", ");
  return new ProblemError(
    "goal_not_covered",
    `The built-in catalogue does not cover this goal. Nearest it holds: ${names}. With a model connected any subject works.`,
    {
      nearest: [...nearest],
      errors: [{ path: "goal", message: "not covered by the catalogue", rule: "not_covered" }],
    },
  );
}

interface Creation {
  readonly user_id: string;
  readonly goal: Goal;
  readonly key: string | undefined;
  readonly body: unknown;
  readonly address: string;
}

async function create({ store, workflow, newId }: HttpContext, { user_id, goal, key, body, address }: Creation) {
  const created = await store.createTask({
    task_id: newId(),
    user_id,
    roadmap_id: newId(),
    epoch: newId().slice(0, 8),
    goal,
    address,
    steps: workflow.first(),
    ...(key === undefined ? {} : { idempotency: { key, body_hash: hashBody(body) } }),
  });
  if (created.outcome === "key_reused") throw keyReused();
  return created;
}

/** The same fields in another order are the same body. */
const hashBody = (body: unknown): string => {
  const sorted = Object.entries(body as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
};
