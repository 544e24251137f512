import { CorrectRequest, fastifyPath, isFinal, ProblemError, Task, TaskCreated, Usage } from "@wayfinder/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { addressHash } from "./address-hash.ts";
import { wishKey } from "./follow-up.ts";
import type { HttpContext } from "./context.ts";
import { withPrompts } from "./definite-goal.ts";
import { taskLinks } from "./links.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser, requireUser } from "./session.ts";
import { requireTask, taskView } from "./task-view.ts";

const StepCosts = z.object({
  steps: z.array(Usage.extend({ path: z.string(), role: z.string(), model: z.string(), calls: z.int() })),
});
/** What the form takes as extra context. */
const CONTEXT_CHARACTERS = 4_000;

const PAUSED = {
  en: "What runs finishes; nothing new starts.",
  zh: "正在进行的步骤会做完，不会再开始新的步骤。",
} as const;

/** A task under way: hold it, let it go on, start over with a correction, see what it costs. */
export function pauseRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store } = context;

  app.post(
    fastifyPath("pause"),
    { schema: { summary: "Start nothing new", response: { 200: Task } } },
    async (request, reply) => {
      const { task_id, goal } = await requireTask(context, request, await ensureUser(context, request, reply));
      const paused = await store.pauseTask({
        task_id,
        pause: { reason: "user", message: PAUSED[goal.language] },
      });
      if (!paused) throw new ProblemError("task_not_found", "There is no such task.");
      if (isFinal(paused.task.status))
        throw new ProblemError("task_finished", `The task has already ended: ${paused.task.status}.`);
      return taskView(paused.task, []);
    },
  );

  app.post(fastifyPath("resume"), { schema: { summary: "Go on", response: { 200: Task } } }, async (request, reply) => {
    const { task_id } = await requireTask(context, request, await ensureUser(context, request, reply));
    const resumed = await store.resumeTask({ task_id });
    if (!resumed) throw new ProblemError("task_not_found", "There is no such task.");
    if (isFinal(resumed.task.status))
      throw new ProblemError("task_finished", `The task has already ended: ${resumed.task.status}.`);
    return taskView(resumed.task, []);
  });

  app.post(
    fastifyPath("correct"),
    {
      schema: {
        summary: "Start over with a correction of what was understood",
        body: CorrectRequest,
        response: { 201: TaskCreated },
      },
    },
    (request, reply) => correct(context, request, reply),
  );

  app.get(fastifyPath("costs"), { schema: { summary: "What each step cost", response: { 200: StepCosts } } }, async (request) => {
    const { task_id } = await requireTask(context, request, await requireUser(context, request));
    return { steps: [...(await store.listCosts({ task_id }))] };
  });
}

/** A new task with the correction among its context; the one before it is cancelled. */
async function correct(context: HttpContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { store, workflow, newId } = context;
  const { correction } = parseInput(CorrectRequest, request.body);
  const user_id = await ensureUser(context, request, reply);
  const { task_id, goal } = await requireTask(context, request, user_id);
  const extra_context = [goal.extra_context, correction].filter((text) => text).join("\n\n");
  if ([...extra_context].length > CONTEXT_CHARACTERS)
    throw new ProblemError("invalid_request", "With what was said before, the correction is too long.", {
      errors: [
        {
          path: "correction",
          message: `must leave the context within ${CONTEXT_CHARACTERS} characters`,
          rule: "no_room",
          limit: Math.max(0, CONTEXT_CHARACTERS - [...extra_context].length + [...correction].length),
        },
      ],
    });
  const created = await store.createTask({
    task_id: newId(),
    user_id,
    roadmap_id: newId(),
    epoch: newId().slice(0, 8),
    goal: withPrompts({ ...goal, extra_context }),
    steps: workflow.first(),
    address: addressHash(request),
    supersedes: task_id,
    // a double click is one correction, and not two tasks to pay for
    idempotency: { key: `correct/${task_id}/${wishKey(correction)}`, body_hash: "" },
  });
  if (created.outcome === "key_reused") throw new Error("the key holds all there is to a correction");
  await store.cancelTask({ task_id });
  const { task } = created;
  const links = taskLinks(context.access.baseUrl(request.headers), task.task_id);
  return reply.code(201).send({ task_id: task.task_id, epoch: task.epoch, status: task.status, links });
}
