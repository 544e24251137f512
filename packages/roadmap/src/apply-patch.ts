import type { Finding, Repair, Roadmap } from "@wayfinder/protocol";
import { applyOperation } from "./apply-operation.ts";
import { assembleRoadmap } from "./assemble.ts";
import { nameKey } from "./concept-name.ts";
import { conceptsOf, copyDraft, draftOf, modulesOf, type Draft } from "./draft.ts";
import { lintStructure } from "./lint-structure.ts";
import { patchBetween } from "./patch-between.ts";
import type { NodeKind, Operation, Patch } from "./patch.ts";
import type { PlanContext } from "./plan-context.ts";
import { planDraft } from "./plan-draft.ts";
import { repairDraft } from "./repair.ts";
import { RepairLog } from "./repair-log.ts";
import { quote, say } from "./say.ts";

/** What a patched roadmap is re-planned with: as for the first plan, and which concepts may be cut with the value of each. */
export interface PatchContext extends PlanContext {
  /** Without it what the plan cut before may be cut again. */
  readonly optional?: ReadonlyMap<string, number>;
}

/** The outcome of a patch. With `findings` it was refused: the roadmap is the old one and the inverse is empty. */
export interface Patched {
  readonly roadmap: Roadmap;
  readonly inverse: Patch;
  readonly repairs: Repair[];
  /** Where the roadmap stays as it is though no rule is broken: why, if repair has undone the patch. */
  readonly refusals: Finding[];
  readonly findings: Finding[];
}

/** The concepts below a node of the draft; of a concept itself alone. */
function conceptsBelow(draft: Draft, kind: NodeKind, id: string): string[] {
  if (kind === "concept") return [id];
  const stages = draft.stages.filter((stage) => kind === "module" || stage.stage_id === id);
  const modules = modulesOf({ stages }).filter((module) => kind === "stage" || module.module_id === id);
  return modules.flatMap((module) => module.concepts.map((concept) => concept.concept_id));
}

/** The concepts that an operation takes away by name. */
function takenAway(draft: Draft, operation: Operation): string[] {
  if (operation.op === "merge") return operation.ids;
  return operation.op === "remove" ? conceptsBelow(draft, operation.kind, operation.id) : [];
}

/** A finding for each concept that would vanish though the patch does not take it away by name: its history would be lost (PR5). */
function lostConcepts(before: Draft, after: Draft, gone: ReadonlySet<string>): Finding[] {
  const present = new Set(conceptsOf(after).map((concept) => concept.concept_id));
  const names = new Set(conceptsOf(after).map((concept) => nameKey(concept.name)));
  return conceptsOf(before)
    .filter(({ concept_id: id }) => !present.has(id) && !gone.has(id))
    .map(({ concept_id: id, name }) => ({
      rule: "PR5",
      message: names.has(nameKey(name))
        ? say(
            before.language,
            `There is already a ${quote(name)}; choose another name.`,
            `已经有${quote(name)}了，请换一个名称。`,
          )
        : say(
            before.language,
            `${quote(name)} would be lost: another concept would say the same.`,
            `${quote(name)}会丢失：另一个概念说的是同一件事。`,
          ),
      ids: [id],
    }));
}

/**
 * Applies a patch (PR8): its operations in order, then repair, then the linter, then a new plan; the version goes up by one.
 *
 * Operations on unknown ids are ignored and told. Concepts that the patch does not take away keep their ids (PR5). `inverse` restores an equal structure.
 */
export function applyPatch(roadmap: Roadmap, patch: Patch, context: PatchContext): Patched {
  const before = draftOf(roadmap);
  const log = new RepairLog(roadmap.language);
  const work = copyDraft(before);
  const gone = new Set<string>();
  for (const operation of patch) {
    for (const id of takenAway(work, operation)) gone.add(id);
    if (!applyOperation(work, operation))
      log.add({
        rule: "PR8",
        action: "operation_ignored",
        ids: idsOf(operation),
        en: `Ignored an edit (${operation.op}) of something that is not there.`,
        zh: `忽略了一处修改（${operation.op}）：所指的内容不存在。`,
        refusal: { en: "What this would change is not in the roadmap.", zh: "要改的内容不在路线图中。" },
      });
  }
  work.stages.forEach((stage, at) => (stage.order = at + 1));
  const settled = new Set(conceptsOf(before).map((concept) => concept.concept_id));
  // whoever adds a concept by itself means it to be there
  const wanted = new Set(conceptsOf(work).map((concept) => concept.concept_id));
  const { draft, repairs, refusals } = repairDraft(work, settled, wanted);
  const findings = [...lintStructure(draft), ...lostConcepts(before, draft, gone)];
  if (findings.length > 0) return { roadmap, inverse: [], repairs: [], refusals: [], findings };
  const optional = context.optional ?? new Map(roadmap.plan.cut?.map((id) => [id, 1]));
  const plan = planDraft(draft, { ...context, hours_per_week: roadmap.plan.hours_per_week, optional });
  const next = assembleRoadmap({ draft, plan, roadmap_id: roadmap.roadmap_id, version: roadmap.version + 1 });
  return {
    roadmap: next,
    inverse: patchBetween(draft, before),
    repairs: [...log.repairs, ...repairs],
    refusals: [...log.refusals, ...refusals],
    findings: [],
  };
}

function idsOf(operation: Operation): string[] {
  if ("id" in operation) return [operation.id];
  if ("into" in operation) return [operation.into];
  return [];
}
