import type { Concept, Outcome } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { uniqueIdentifier } from "./identifier.ts";
import { leadingConcepts } from "./lint-outcomes.ts";
import { resolver } from "./repair-edges.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** Lets outcomes name concepts that exist, each once; drops those that name none (PR1). */
export function repairOutcomeReferences(draft: Draft, log: RepairLog): void {
  const concepts = new Map(conceptsOf(draft).map((concept) => [concept.concept_id, concept]));
  const resolve = resolver([...concepts.values()]);
  draft.outcomes = draft.outcomes.filter((outcome) => {
    const meant = [...new Set(outcome.concept_ids.map(resolve))].filter((id) => id !== undefined);
    const before = outcome.concept_ids.join();
    outcome.concept_ids = meant;
    if (outcome.text.trim() === "") outcome.text = concepts.get(meant[0] ?? "")?.name ?? "";
    else if (before === meant.join() && meant.length > 0) return true;
    const ids = [outcome.id];
    const text = quote(outcome.text);
    if (meant.length === 0)
      log.add({
        rule: "PR1",
        action: "node_dropped",
        ids,
        en: `Dropped the outcome ${text}: no concept leads there.`,
        zh: `删去了成果${text}：没有知识点通向它。`,
      });
    else
      log.add({
        rule: "PR1",
        action: "outcome_fixed",
        ids,
        en: `Put the outcome ${text} right: its text or its concepts.`,
        zh: `更正了成果${text}的文字或所列知识点。`,
      });
    return meant.length > 0;
  });
}

/** An outcome for a roadmap that names none: its title, reached by the concepts that nothing else needs. */
function outcomeFromTitle(draft: Draft): Outcome {
  const concepts = conceptsOf(draft);
  const needed = new Set(concepts.flatMap((concept) => concept.prerequisites.map((edge) => edge.concept_id)));
  const concept_ids = concepts.map((concept) => concept.concept_id).filter((id) => !needed.has(id));
  return { id: uniqueIdentifier("outcome", new Set()), text: draft.title, concept_ids };
}

/** The outcome nearest to a concept: of its module, else of its stage. */
function nearestOutcome(draft: Draft, concept: Concept): Outcome | undefined {
  const stage = draft.stages.find((each) => each.modules.some((module) => module.concepts.includes(concept)));
  const module = stage?.modules.find((each) => each.concepts.includes(concept));
  const ofAny = (near: readonly Concept[]): Outcome | undefined =>
    draft.outcomes.find((outcome) => near.some((each) => outcome.concept_ids.includes(each.concept_id)));
  return ofAny(module?.concepts ?? []) ?? ofAny(stage?.modules.flatMap((each) => each.concepts) ?? []);
}

/**
 * Lets each concept lead to an outcome (PR1): attached to the nearest one, the last one if none is near.
 *
 * A concept without any edge in a stage that leads nowhere is an orphan and is dropped, as long as two others remain.
 */
export function repairOutcomes(draft: Draft, log: RepairLog): void {
  if (conceptsOf(draft).length === 0) return;
  if (draft.outcomes.length === 0) {
    const outcome = outcomeFromTitle(draft);
    draft.outcomes = [outcome];
    log.add({
      rule: "PR1",
      action: "outcome_fixed",
      ids: [outcome.id],
      en: `Added the missing outcome ${quote(outcome.text)}.`,
      zh: `补上了缺少的成果${quote(outcome.text)}。`,
    });
  }
  const needed = new Set(conceptsOf(draft).flatMap((concept) => concept.prerequisites.map((edge) => edge.concept_id)));
  let leading = leadingConcepts(draft);
  let left = conceptsOf(draft).length;
  // The last concept of a chain first: once it is attached, the chain before it leads there too.
  for (const concept of conceptsOf(draft).reverse()) {
    if (leading.has(concept.concept_id) || needed.has(concept.concept_id)) continue;
    const near = nearestOutcome(draft, concept);
    const [ids, name] = [[concept.concept_id], quote(concept.name)];
    if (!near && concept.prerequisites.length === 0 && left > 2) {
      for (const module of modulesOf(draft)) module.concepts = module.concepts.filter((each) => each !== concept);
      left--;
      log.add({
        rule: "PR1",
        action: "node_dropped",
        ids,
        en: `Dropped ${name}: it leads nowhere and nothing needs it.`,
        zh: `删去了${name}：它不通向任何成果，也没有别的内容需要它。`,
      });
      continue;
    }
    const outcome = near ?? (draft.outcomes.at(-1) as Outcome);
    outcome.concept_ids.push(concept.concept_id);
    log.add({
      rule: "PR1",
      action: "outcome_attached",
      ids: [...ids, outcome.id],
      en: `${name} now leads to ${quote(outcome.text)}.`,
      zh: `${name}现在通向${quote(outcome.text)}。`,
    });
    leading = leadingConcepts(draft);
  }
}
