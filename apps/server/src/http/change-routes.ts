import type { ChangeRecord, RoadmapRecord } from "@wayfinder/engine";
import {
  Change,
  ChangeRequest,
  EditRequest,
  fastifyPath,
  ProblemError,
  Roadmap,
  SOCKET_ID,
  TaskCreated,
} from "@wayfinder/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { changeView, isNextToUndo } from "./change-view.ts";
import type { HttpContext } from "./context.ts";
import { edited } from "./edited.ts";
import { followUp, requireModel, taskOf, wishKey } from "./follow-up.ts";
import { requireRoadmap } from "./owned-roadmap.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser, requireUser } from "./session.ts";

/** The roadmap after an edit, what code had to mend in it (PR7), and the task that writes what is new in it. */
const EXISTING = z.object({ roadmap: Roadmap, repairs: z.array(z.string()), task_id: z.string().optional() });

/** Changes of a roadmap: by hand at once, by words as a proposal that is applied, rejected or undone (PR8). */
export function changeRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, workflow } = context;

  app.post(
    fastifyPath("edits"),
    { schema: { summary: "Edit a roadmap by a patch", body: EditRequest, response: { 200: EXISTING } } },
    async (request, reply) => {
      const { patch, version } = parseInput(EditRequest, request.body);
      const record = await requireRoadmap(context, request, await ensureUser(context, request, reply));
      requireVersion(record, version);
      return edited(context, request, { record, patch, status: "applied" });
    },
  );

  app.post(
    fastifyPath("changes"),
    { schema: { summary: "Ask for a change in words", body: ChangeRequest, response: { 201: TaskCreated } } },
    async (request, reply) => {
      const { request: words, version } = parseInput(ChangeRequest, request.body);
      const user_id = await ensureUser(context, request, reply);
      const record = await requireRoadmap(context, request, user_id);
      requireVersion(record, version);
      await requireModel(context, user_id);
      const steps = workflow.change({ change_id: context.newId(), request: words });
      const task = await taskOf(context, record);
      const wish = { task, kind: "change", key: wishKey(words), about: { words }, steps } as const;
      return reply.code(201).send(await followUp(context, request, wish));
    },
  );

  app.get(
    fastifyPath("changes"),
    { schema: { summary: "Changes of a roadmap, the newest first", response: { 200: z.object({ changes: z.array(Change) }) } } },
    async (request) => {
      const record = await requireRoadmap(context, request, await requireUser(context, request));
      const [changes, { goal }] = await Promise.all([store.listChanges(record), taskOf(context, record)]);
      return { changes: changes.map((change) => changeView(change, { record, goal, changes })) };
    },
  );

  changeDecisions(app, context);
}

/** What a person makes of a proposed change, and the way back. */
function changeDecisions(app: FastifyInstance, context: HttpContext): void {
  const { store } = context;

  app.post(
    fastifyPath("change_apply"),
    { schema: { summary: "Apply a proposed change", response: { 200: EXISTING } } },
    async (request, reply) => {
      const record = await requireRoadmap(context, request, await ensureUser(context, request, reply));
      const change = await requireChange(context, request, record);
      if (change.status !== "proposed") throw new ProblemError("not_proposed", `The change is ${change.status} already.`);
      return edited(context, request, { record, patch: change.patch, change, status: "applied" });
    },
  );

  app.post(
    fastifyPath("change_reject"),
    { schema: { summary: "Reject a proposed change", response: { 200: Change } } },
    async (request, reply) => {
      const record = await requireRoadmap(context, request, await ensureUser(context, request, reply));
      const change = await requireChange(context, request, record);
      if ((await store.rejectChange(change)) === "not_proposed" && change.status !== "rejected")
        throw new ProblemError("not_proposed", `The change is ${change.status} already.`);
      const { goal } = await taskOf(context, record);
      return changeView({ ...change, status: "rejected" }, { record, goal, changes: [] });
    },
  );

  app.post(
    fastifyPath("change_undo"),
    { schema: { summary: "Undo the last change that stands", response: { 200: EXISTING } } },
    async (request, reply) => {
      const record = await requireRoadmap(context, request, await ensureUser(context, request, reply));
      const change = await requireChange(context, request, record);
      if (!isNextToUndo(change, record, await store.listChanges(record)))
        throw new ProblemError("not_undoable", "The roadmap was changed after it; undo the later changes first.");
      return edited(context, request, { record, patch: change.inverse ?? [], change, status: "undone" });
    },
  );
}

function requireVersion({ roadmap }: RoadmapRecord, version: number): void {
  if (roadmap.version !== version)
    throw new ProblemError("version_conflict", "The roadmap has changed meanwhile; look at it again.", {
      errors: [{ path: "version", message: `the present version is ${roadmap.version}`, rule: "outdated" }],
    });
}

async function requireChange(
  { store }: HttpContext,
  request: FastifyRequest,
  { roadmap_id }: RoadmapRecord,
): Promise<ChangeRecord> {
  const { change_id } = request.params as { change_id: string };
  const change = SOCKET_ID.test(change_id) ? await store.getChange({ change_id }) : null;
  if (change?.roadmap_id !== roadmap_id) throw new ProblemError("change_not_found", "There is no such change of this roadmap.");
  return change;
}
