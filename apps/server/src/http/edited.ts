import type { ChangeRecord, ContentRecord, Left, RoadmapRecord } from "@wayfinder/engine";
import { MOST_CONCEPTS, outlineOf } from "@wayfinder/pipeline";
import { ProblemError, shortened, type ChangeStatus, type Difference, type Patch, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import type { FastifyRequest } from "fastify";
import type { HttpContext } from "./context.ts";
import { newTask, taskOf } from "./follow-up.ts";
import { withContent } from "./roadmap-view.ts";
import { triedPatch } from "./tried-patch.ts";

interface Edit {
  readonly record: RoadmapRecord;
  readonly patch: Patch;
  /** The change that was decided on; absent for an edit by hand. */
  readonly change?: ChangeRecord;
  readonly status: ChangeStatus;
}

/** What is shown of an edit by hand where others have the words they were asked for with, characters. */
const HAND_WORDS = 300;

/** What an edit did, without what the plan makes of it: whole sentences as far as there is room. */
function handWords(differences: readonly Difference[]): string {
  const outline = differences.filter(({ target }) => target !== "plan");
  const sentences = (outline.length > 0 ? outline : differences).map(({ message }) => message);
  const all = sentences.join(" ");
  if (all.length <= HAND_WORDS) return all;
  let words = "";
  for (const sentence of sentences) if (`${words}${sentence} …`.length <= HAND_WORDS) words += `${sentence} `;
  return words === "" ? shortened(all, HAND_WORDS) : `${words}…`;
}

/** An edit by hand as a change of its own, so that it can be undone like one asked for in words (PR8). */
const byHand = ({ newId }: HttpContext, { record, patch }: Edit, differences: readonly Difference[]) => ({
  change_id: newId(),
  task_id: record.task_id,
  request: handWords(differences),
  base_version: record.roadmap.version,
  patch,
  summary: "",
});

/** Applies a patch to the roadmap as it is (PR8) and starts the writing of what is new in it, where a model can. */
export async function edited(context: HttpContext, request: FastifyRequest, edit: Edit) {
  const { store } = context;
  const { record, patch, change, status } = edit;
  const { roadmap, roadmap_id } = record;
  const task = await taskOf(context, record);
  const { next, inverse, differences, repairs, objections, no_effect } = triedPatch(roadmap, patch, task.goal);
  if (objections.length > 0)
    throw new ProblemError("edit_not_sound", objections.map((objection) => objection.message).join(" "), {
      errors: objections.map(({ rule, message }) => ({ path: rule, message })),
      no_effect,
    });
  if (status === "applied") requireRoom(roadmap, next);
  const mended = repairs.map((repair) => repair.message);
  const changes = [...differences.map((difference) => difference.message), ...mended];
  const content = await store.listContent({ roadmap_id });
  const follow = await contentTask(context, request, { record, next, content });
  const replaced = await store.replaceRoadmap({
    roadmap_id,
    expected: roadmap.version,
    roadmap: next,
    events: [{ type: "roadmap_edited", roadmap_id, version: next.version, changes, outline: outlineOf(next) }],
    change: { ...(change ?? byHand(context, edit, differences)), status, inverse },
    ...(follow && { follow: { ...follow, task } }),
  });
  if (replaced.outcome === "busy")
    throw new ProblemError("roadmap_busy", "The roadmap is being edited by the model just now; wait for it, or cancel its task.");
  if (replaced.outcome === "version_conflict")
    throw new ProblemError("version_conflict", "The roadmap has changed meanwhile; look at it again.");
  const { task_id } = replaced;
  return { roadmap: withContent(next, content), repairs: mended, ...(task_id === null ? {} : { task_id }) };
}

/** A roadmap grows to as many concepts by edits as a model's draft may have: each is to be written, planned and drawn. */
function requireRoom(roadmap: Roadmap, next: Roadmap): void {
  const concepts = conceptsOf(next).length;
  if (concepts <= MOST_CONCEPTS || concepts <= conceptsOf(roadmap).length) return;
  throw new ProblemError(
    "roadmap_too_large",
    `A roadmap has at most ${MOST_CONCEPTS} concepts; this would make it ${concepts}.`,
    {
      errors: [
        { path: "patch", message: `must leave at most ${MOST_CONCEPTS} concepts`, rule: "too_many", limit: MOST_CONCEPTS },
      ],
    },
  );
}

interface Bringing {
  readonly record: RoadmapRecord;
  readonly next: Roadmap;
  readonly content: readonly ContentRecord[];
}

/** The task that writes what an edit brings, in the edit's commit; null where that is nothing, or no model can. */
async function contentTask(context: HttpContext, request: FastifyRequest, { record, next, content }: Bringing) {
  // what was there before is written, or its task is about to: only what this edit has brought is nobody's yet
  const known = new Set([...conceptsOf(record.roadmap), ...content].map((each) => each.concept_id));
  const concept_ids = conceptsOf(next).flatMap(({ concept_id }) => (known.has(concept_id) ? [] : [concept_id]));
  if (concept_ids.length === 0 || !(await context.models.isConfigured(record.user_id))) return null;
  // before any content was begun, it follows the decision on the structure
  const steps = (left: Left) => (left.begun ? context.workflow.content(left, { concept_ids }) : []);
  return { kind: "content" as const, key: String(next.version), steps, ...newTask(context, request) };
}
