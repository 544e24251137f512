import fc from "fast-check";
import { concept } from "./draft.fixture.ts";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import type { ConceptFields, NewConcept, Operation } from "./patch.ts";

/** Numbers from which an edit of any draft is made: what to do, on which nodes, to which place. */
export const editSeed = fc.record({
  op: fc.nat(13),
  one: fc.nat(1000),
  two: fc.nat(1000),
  at: fc.option(fc.nat(6), { nil: undefined }),
  name: fc.nat(400),
  hours: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
});
export type EditSeed = typeof editSeed extends fc.Arbitrary<infer Seed> ? Seed : never;

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

function newConcept(seed: EditSeed, needs: string[]): NewConcept {
  const { concept_id: _id, content: _content, ...fields } = concept(`n${seed.name}`, { requires: needs, hours: seed.hours });
  return fields;
}

/** Fields of a concept to change: one at a time. */
function someFields(seed: EditSeed, need: string): ConceptFields {
  const all: ConceptFields[] = [
    { name: `Name n${seed.name}` },
    { description: `About n${seed.name}.` },
    { hours: { low: seed.hours, likely: seed.hours, high: seed.hours } },
    { difficulty: "hard" },
    { prerequisites: [{ concept_id: need, kind: seed.hours > 5 ? "hard" : "soft" }] },
    { keywords: ["k"], outcomes: [] },
  ];
  return pick(all, seed.two) ?? {};
}

/** An edit of the draft in hand: mostly sensible, sometimes of something that is not there. */
export function operationFor(draft: Draft, seed: EditSeed): Operation {
  const gone = "not-there";
  const concepts = conceptsOf(draft).map((each) => each.concept_id);
  const id = pick(concepts, seed.one) ?? gone;
  const other = pick(concepts, seed.two) ?? gone;
  const module = pick(modulesOf(draft), seed.two)?.module_id ?? gone;
  const stage = pick(draft.stages, seed.two)?.stage_id ?? gone;
  const { at } = seed;
  const texts = { name: `Part ${seed.name}`, description: "A part." };
  const operations: Operation[] = [
    { op: "add", kind: "concept", into: module, node: newConcept(seed, [id]), at },
    { op: "add", kind: "module", into: stage, node: { ...texts, concepts: [newConcept(seed, [])] }, at },
    { op: "add", kind: "stage", node: { ...texts, modules: [{ ...texts, concepts: [newConcept(seed, [id])] }] }, at },
    { op: "remove", kind: "concept", id },
    { op: "remove", kind: "module", id: pick(modulesOf(draft), seed.one)?.module_id ?? gone },
    { op: "remove", kind: "stage", id: draft.stages.length > 3 ? stage : gone },
    { op: "change", kind: "concept", id, fields: someFields(seed, other) },
    { op: "change", kind: "module", id: module, fields: texts },
    { op: "change", kind: "roadmap", fields: { title: `Title ${seed.name}` } },
    { op: "move", kind: "concept", id, into: module, at },
    { op: "move", kind: "module", id: module, into: stage, at },
    { op: "move", kind: "stage", id: stage, at },
    { op: "merge", ids: [id], into: other },
    { op: "split", id, parts: [newConcept(seed, []), newConcept({ ...seed, name: seed.name + 500 }, [])] },
  ];
  return operations[seed.op] as Operation;
}
