import type { Concept, Stage } from "@wayfinder/protocol";
import { conceptsOf, type Draft } from "./draft.ts";
import { joinConcepts, removeConcept, splitConcept } from "./concept-surgery.ts";
import { NodeMaker } from "./new-node.ts";
import { findConcept, findModule, findStage, type Found } from "./outline-search.ts";
import type { NodeKind, Operation } from "./patch.ts";

type Of<Op extends Operation["op"]> = Extract<Operation, { op: Op }>;

const FIND = { stage: findStage, module: findModule, concept: findConcept } as const;

/** Puts a node at a place among its new siblings; places out of range mean the nearest end. */
function insert<T>(siblings: T[], node: T, at = siblings.length): void {
  siblings.splice(Math.max(0, at), 0, node);
}

function add(draft: Draft, operation: Of<"add">): boolean {
  const make = new NodeMaker(draft);
  if (operation.kind === "stage") {
    insert(draft.stages, make.stage(operation.node), operation.at);
    return true;
  }
  if (operation.kind === "module") {
    const stage = findStage(draft, operation.into);
    if (stage) insert(stage.node.modules, make.module(operation.node), operation.at);
    return stage !== undefined;
  }
  const module = findModule(draft, operation.into);
  if (module) insert(module.node.concepts, make.concept(operation.node), operation.at);
  return module !== undefined;
}

function remove(draft: Draft, kind: NodeKind, id: string): boolean {
  const found: Found<object> | undefined = FIND[kind](draft, id);
  if (!found) return false;
  const lost = kind === "concept" ? [found.node as Concept] : conceptsOf({ stages: stagesBelow(found.node) });
  for (const concept of lost) removeConcept(draft, concept);
  if (kind !== "concept") found.siblings.splice(found.siblings.indexOf(found.node), 1);
  return true;
}

/** A stage or a module as stages, to be walked alike. */
const stagesBelow = (node: object): Stage[] => [("modules" in node ? node : { modules: [node] }) as Stage];

function change(draft: Draft, operation: Of<"change">): boolean {
  if (operation.kind === "roadmap") {
    const { title = draft.title, goal = draft.goal, outcomes = draft.outcomes } = structuredClone(operation.fields);
    Object.assign(draft, { title, goal, outcomes });
    return true;
  }
  const found = FIND[operation.kind](draft, operation.id);
  if (!found) return false;
  const allowed = operation.kind === "concept" ? CONCEPT_FIELDS : OUTLINE_FIELDS;
  const fields = Object.entries(structuredClone(operation.fields)).filter(
    ([field, value]) => allowed.has(field) && value !== undefined,
  );
  Object.assign(found.node, Object.fromEntries(fields));
  return true;
}

const OUTLINE_FIELDS: ReadonlySet<string> = new Set(["name", "description"]);
const CONCEPT_FIELDS: ReadonlySet<string> = new Set([
  ...OUTLINE_FIELDS,
  "hours",
  "difficulty",
  "prerequisites",
  "outcomes",
  "keywords",
  "content",
]);

function move(draft: Draft, { kind, id, into, at }: Of<"move">): boolean {
  const found: Found<object> | undefined = FIND[kind](draft, id);
  if (!found) return false;
  let target: object[] | undefined = found.siblings;
  if (into !== undefined && kind === "module") target = findStage(draft, into)?.node.modules;
  if (into !== undefined && kind === "concept") target = findModule(draft, into)?.node.concepts;
  if (!target) return false;
  found.siblings.splice(found.siblings.indexOf(found.node), 1);
  insert(target, found.node, at);
  return true;
}

/** Applies one operation to a draft in place; false if it names something that does not exist, and then nothing is changed. */
export function applyOperation(draft: Draft, operation: Operation): boolean {
  switch (operation.op) {
    case "add":
      return add(draft, operation);
    case "remove":
      return remove(draft, operation.kind, operation.id);
    case "change":
      return change(draft, operation);
    case "move":
      return move(draft, operation);
    case "merge":
      return joinConcepts(draft, operation);
    case "split":
      return splitConcept(draft, operation);
  }
}
