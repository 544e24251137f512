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
    const ids = [outcome.id];
    const written = outcome.concept_ids;
    const meant = [...new Set(written.map(resolve))].filter((id) => id !== undefined);
    outcome.concept_ids = meant;
    if (meant.length === 0) {
      const text = quote(outcome.text);
      log.add({
        rule: "PR1",
        action: "node_dropped",
        ids,
        en: `Dropped the outcome ${text}: no concept leads there.`,
        zh: `删去了成果${text}：没有概念通向它。`,
        refusal: { en: `No concept leads to the outcome ${text}.`, zh: `没有概念通向成果${text}。` },
      });
      return false;
    }
    const isNameless = outcome.text.trim() === "";
    if (isNameless) outcome.text = concepts.get(meant[0] ?? "")?.name ?? outcome.id;
    const text = quote(outcome.text);
    if (isNameless)
      log.add({
        rule: "PR2",
        action: "text_filled",
        ids,
        en: `Called an outcome without text ${text}.`,
        zh: `给没有文字的成果起名为${text}。`,
      });
    if (written.length !== meant.length || written.some((id, at) => id !== meant[at]))
      log.add({
        rule: "PR1",
        action: "outcome_fixed",
        ids,
        en: `${text} now names concepts of the roadmap only, each once.`,
        zh: `${text}现在只列路线图中的概念，每个一次。`,
      });
    return true;
  });
}

/** An outcome for a roadmap that names none: its title, reached by the concepts that nothing else needs. */
function outcomeFromTitle(draft: Draft): Outcome {
  const concepts = conceptsOf(draft);
  const needed = new Set(concepts.flatMap((concept) => concept.prerequisites.map((edge) => edge.concept_id)));
  const concept_ids = concepts.map((concept) => concept.concept_id).filter((id) => !needed.has(id));
  return { id: uniqueIdentifier("outcome", new Set()), text: draft.title, concept_ids };
}

/** For each concept the first outcome it leads to. */
function outcomesReached(draft: Draft): Map<string, Outcome> {
  const reached = new Map<string, Outcome>();
  for (const outcome of draft.outcomes)
    for (const id of leadingConcepts({ ...draft, outcomes: [outcome] })) if (!reached.has(id)) reached.set(id, outcome);
  return reached;
}

/** For each concept those beside it: of its module, then of its stage. */
function neighbours(draft: Draft): Map<Concept, Concept[]> {
  const near = new Map<Concept, Concept[]>();
  for (const stage of draft.stages) {
    const inStage = stage.modules.flatMap((module) => module.concepts);
    for (const module of stage.modules)
      for (const concept of module.concepts) near.set(concept, [...module.concepts, ...inStage]);
  }
  return near;
}

/**
 * Lets each concept lead to an outcome (PR1): to that of the nearest concept which leads to one, else to the last.
 *
 * A concept without any edge in a stage that leads nowhere is an orphan and is dropped, if it is not `wanted` and two others remain.
 */
export function repairOutcomes(draft: Draft, log: RepairLog, wanted: ReadonlySet<string>): void {
  const concepts = conceptsOf(draft);
  if (concepts.length === 0) return;
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
  const needed = new Set(concepts.flatMap((concept) => concept.prerequisites.map((edge) => edge.concept_id)));
  const reached = outcomesReached(draft);
  const near = neighbours(draft);
  const dropped = new Set<Concept>();
  // Only the ends of chains: once they lead somewhere, so does all that they need.
  for (const concept of concepts.filter(({ concept_id: id }) => !reached.has(id) && !needed.has(id))) {
    const beside = near.get(concept)?.find((each) => reached.has(each.concept_id));
    const [ids, name] = [[concept.concept_id], quote(concept.name)];
    const isOrphan = !beside && concept.prerequisites.length === 0 && !wanted.has(concept.concept_id);
    if (isOrphan && concepts.length - dropped.size > 2) {
      dropped.add(concept);
      log.add({
        rule: "PR1",
        action: "node_dropped",
        ids,
        en: `Dropped ${name}: it leads nowhere and nothing needs it.`,
        zh: `删去了${name}：它不通向任何成果，也没有别的内容需要它。`,
        refusal: {
          en: `${name} would lead nowhere, and nothing would need it.`,
          zh: `${name}不会通向任何成果，也没有别的内容需要它。`,
        },
      });
      continue;
    }
    const outcome = reached.get(beside?.concept_id ?? "") ?? (draft.outcomes.at(-1) as Outcome);
    outcome.concept_ids.push(concept.concept_id);
    log.add({
      rule: "PR1",
      action: "outcome_attached",
      ids: [...ids, outcome.id],
      en: `${name} now leads to ${quote(outcome.text)}.`,
      zh: `${name}现在通向${quote(outcome.text)}。`,
    });
  }
  for (const module of modulesOf(draft)) module.concepts = module.concepts.filter((each) => !dropped.has(each));
}
