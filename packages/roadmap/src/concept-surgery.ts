import type { Concept, Prerequisite } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { leadingConcepts } from "./lint-outcomes.ts";
import { NodeMaker } from "./new-node.ts";
import { findConcept } from "./outline-search.ts";
import type { Operation } from "./patch.ts";
import { absorb, redirect } from "./repair-duplicates.ts";

/** Takes a concept out: what needed it needs its prerequisites instead, and outcomes keep those that would else lead nowhere. */
export function removeConcept(draft: Draft, concept: Concept): void {
  const id = concept.concept_id;
  for (const module of modulesOf(draft)) module.concepts = module.concepts.filter((each) => each !== concept);
  for (const other of conceptsOf(draft)) {
    const edge = other.prerequisites.find((each) => each.concept_id === id);
    if (!edge) continue;
    const present = new Set(other.prerequisites.map((each) => each.concept_id));
    const inherited = concept.prerequisites
      .filter((each) => !present.has(each.concept_id) && each.concept_id !== other.concept_id)
      .map((each): Prerequisite => ({ concept_id: each.concept_id, kind: edge.kind === "hard" ? each.kind : "soft" }));
    other.prerequisites = other.prerequisites.flatMap((each) => (each === edge ? inherited : [each]));
  }
  const named = draft.outcomes.filter((outcome) => outcome.concept_ids.includes(id));
  for (const outcome of named) outcome.concept_ids = outcome.concept_ids.filter((each) => each !== id);
  const leading = leadingConcepts(draft);
  const stranded = concept.prerequisites.map((edge) => edge.concept_id).filter((each) => !leading.has(each));
  for (const outcome of named) outcome.concept_ids.push(...stranded);
}

/** Makes concepts part of another one. */
export function joinConcepts(draft: Draft, { ids, into, fields }: Extract<Operation, { op: "merge" }>): boolean {
  const kept = findConcept(draft, into)?.node;
  const others = [...new Set(ids)].filter((id) => id !== into).map((id) => findConcept(draft, id)?.node);
  if (!kept || others.length === 0 || others.includes(undefined)) return false;
  for (const other of others as Concept[]) {
    absorb(kept, other);
    kept.hours = {
      low: kept.hours.low + other.hours.low,
      likely: kept.hours.likely + other.hours.likely,
      high: kept.hours.high + other.hours.high,
    };
  }
  redirect(draft, new Map((others as Concept[]).map((other) => [other.concept_id, into])));
  const {
    name = kept.name,
    description = kept.description,
    hours = kept.hours,
    difficulty = kept.difficulty,
  } = structuredClone(fields ?? {});
  Object.assign(kept, { name, description, hours, difficulty });
  return true;
}

/** Makes several concepts out of one, in its place and in a chain. */
export function splitConcept(draft: Draft, { id, parts }: Extract<Operation, { op: "split" }>): boolean {
  const found = findConcept(draft, id);
  if (!found || parts.length < 2) return false;
  const make = new NodeMaker(draft);
  const { node: whole, siblings } = found;
  const made = parts.map((part, at) =>
    at === 0 ? { ...make.concept({ ...part, concept_id: undefined }), concept_id: id } : make.concept(part),
  );
  made.forEach((part, at) => {
    const before = made[at - 1];
    const chain: Prerequisite[] = before
      ? [{ concept_id: before.concept_id, kind: "hard" }]
      : structuredClone(whole.prerequisites);
    part.prerequisites = [
      ...chain,
      ...part.prerequisites.filter((edge) => !chain.some((each) => each.concept_id === edge.concept_id)),
    ];
  });
  const last = (made.at(-1) as Concept).concept_id;
  for (const other of conceptsOf(draft))
    for (const edge of other.prerequisites) if (edge.concept_id === id) edge.concept_id = last;
  for (const outcome of draft.outcomes) outcome.concept_ids = outcome.concept_ids.map((each) => (each === id ? last : each));
  siblings.splice(siblings.indexOf(whole), 1, ...made);
  return true;
}
