import type { ChangeRecord, Left, RoadmapRecord } from "@wayfinder/engine";
import { outlineOf, planContext } from "@wayfinder/pipeline";
import {
  Change,
  ChangeRequest,
  EditRequest,
  fastifyPath,
  ProblemError,
  Roadmap,
  SOCKET_ID,
  TaskCreated,
  type ChangeStatus,
  type Goal,
  type Patch,
} from "@wayfinder/protocol";
import { applyPatch, conceptsOf, diffRoadmaps } from "@wayfinder/roadmap";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { followUp, followUpOfLeft, requireModel, taskOf, wishKey } from "./follow-up.ts";
import { requireRoadmap } from "./owned-roadmap.ts";
import { parseInput } from "./problem-reply.ts";
import { withContent } from "./roadmap-view.ts";
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
      return { changes: changes.map((change) => changeView(change, record, goal)) };
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
      return changeView({ ...change, status: "rejected" }, record, goal);
    },
  );

  app.post(
    fastifyPath("change_undo"),
    { schema: { summary: "Undo the change that was applied last", response: { 200: EXISTING } } },
    async (request, reply) => {
      const record = await requireRoadmap(context, request, await ensureUser(context, request, reply));
      const change = await requireChange(context, request, record);
      if (!isUndoable(change, record))
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

interface Edit {
  readonly record: RoadmapRecord;
  readonly patch: Patch;
  /** The change that was decided on; absent for an edit by hand. */
  readonly change?: ChangeRecord;
  readonly status: ChangeStatus;
}

/** What is shown of an edit by hand where others have the words they were asked for with. */
const HAND_WORDS = 300;

/** An edit by hand as a change of its own, so that it can be undone like one asked for in words (PR8). */
const byHand = (
  { newId }: HttpContext,
  { record, patch, changes }: { record: RoadmapRecord; patch: Patch; changes: readonly string[] },
) => ({
  change_id: newId(),
  task_id: record.task_id,
  request: changes.join(" ").slice(0, HAND_WORDS),
  base_version: record.roadmap.version,
  patch,
  summary: "",
});

/** Applies a patch to the roadmap as it is (PR8) and starts the writing of what is new in it, where a model can. */
async function edited(context: HttpContext, request: FastifyRequest, { record, patch, change, status }: Edit) {
  const { store, workflow } = context;
  const { roadmap, roadmap_id, user_id } = record;
  const task = await taskOf(context, record);
  const { roadmap: next, inverse, findings, repairs } = applyPatch(roadmap, patch, planContext(task.goal));
  const differences = diffRoadmaps(roadmap, next);
  // an edit of which repair has left nothing is refused with what was mended
  const objections = findings.length > 0 ? findings : differences.length > 0 ? [] : repairs;
  if (objections.length > 0)
    throw new ProblemError("edit_not_sound", objections.map((objection) => objection.message).join(" "), {
      errors: objections.map(({ rule, message }) => ({ path: rule, message })),
      no_effect: findings.length === 0,
    });
  const mended = repairs.map((repair) => repair.message);
  const changes = [...differences.map((difference) => difference.message), ...mended];
  const outcome = await store.replaceRoadmap({
    roadmap_id,
    expected: roadmap.version,
    roadmap: next,
    events: [{ type: "roadmap_edited", roadmap_id, version: next.version, changes, outline: outlineOf(next) }],
    change: { ...(change ?? byHand(context, { record, patch, changes })), status, inverse },
  });
  if (outcome === "busy")
    throw new ProblemError("roadmap_busy", "The roadmap is being edited by the model just now; wait for it, or cancel its task.");
  if (outcome === "version_conflict")
    throw new ProblemError("version_conflict", "The roadmap has changed meanwhile; look at it again.");
  const content = await store.listContent({ roadmap_id });
  // what was there before is written, or its task is about to: only what this edit has brought is nobody's yet
  const known = new Set([...conceptsOf(roadmap), ...content].map((each) => each.concept_id));
  const bare = conceptsOf(next).filter((concept) => !known.has(concept.concept_id));
  const shown = { roadmap: withContent(next, content), repairs: mended };
  if (bare.length === 0 || !(await context.models.isConfigured(user_id))) return shown;
  const concept_ids = bare.map((concept) => concept.concept_id);
  // before any content was begun, it follows the decision on the structure
  const steps = (left: Left) => (left.begun ? workflow.content(left, { concept_ids }) : []);
  const made = await followUpOfLeft(context, request, { task, kind: "content", key: String(next.version), steps });
  return made ? { ...shown, task_id: made.task_id } : shown;
}

const isUndoable = ({ status, inverse, applied_version }: ChangeRecord, { roadmap }: RoadmapRecord): boolean =>
  status === "applied" && inverse !== null && applied_version === roadmap.version;

/** A change as the API answers it: what it would do to the roadmap as it is now, or did to the one before. */
function changeView(change: ChangeRecord, record: RoadmapRecord, goal: Goal): Change {
  const { roadmap } = record;
  const looked =
    change.status === "applied" && isUndoable(change, record)
      ? (change.inverse ?? [])
      : change.status === "proposed"
        ? change.patch
        : [];
  const tried = applyPatch(roadmap, looked, planContext(goal));
  const differences =
    looked.length === 0 || tried.findings.length > 0
      ? []
      : change.status === "applied"
        ? diffRoadmaps(tried.roadmap, roadmap)
        : diffRoadmaps(roadmap, tried.roadmap);
  const { patch: _patch, inverse: _inverse, applied_version: _applied, ...shown } = change;
  return {
    ...shown,
    differences,
    findings: tried.findings.map((finding) => finding.message),
    undoable: isUndoable(change, record),
  };
}
