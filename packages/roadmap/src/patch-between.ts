import { applyOperation } from "./apply-operation.ts";
import { conceptsOf, copyDraft, modulesOf, type Draft } from "./draft.ts";
import { stayingIn } from "./longest-run.ts";
import { findConcept, findModule, findStage, type Found } from "./outline-search.ts";
import type { NodeKind, Operation, Patch } from "./patch.ts";

/** One list of siblings on its way: what stands in it, what shall, and how a node comes there. */
interface Siblings {
  readonly kind: NodeKind;
  readonly parent?: string;
  readonly wanted: readonly string[];
  readonly present: () => string[];
  readonly add: (id: string, at: number) => Operation;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The node that was just named by its own list. */
function nodeOf<T>(found: Found<T> | undefined): T {
  if (!found) throw new Error("a node that was listed must be found");
  return found.node;
}

function textsOf(found: Found<{ name: string; description: string }> | undefined): { name: string; description: string } {
  const { name, description } = nodeOf(found);
  return { name, description };
}

/** The operations that turn one structure into another of the same roadmap, found on a copy to which each is applied at once. */
class Route {
  readonly patch: Patch = [];
  readonly #work: Draft;
  readonly #goal: Draft;

  constructor(from: Draft, to: Draft) {
    this.#work = copyDraft(from);
    this.#goal = to;
  }

  #go(operation: Operation): void {
    this.patch.push(operation);
    applyOperation(this.#work, operation);
  }

  #arrange({ kind, parent, wanted, present, add }: Siblings): void {
    const find = { stage: findStage, module: findModule, concept: findConcept }[kind];
    const staying = stayingIn(present(), wanted);
    wanted.forEach((id, place) => {
      if (staying.has(id)) return;
      const after = wanted[place - 1];
      const at =
        after === undefined
          ? 0
          : present()
              .filter((each) => each !== id)
              .indexOf(after) + 1;
      this.#go(find(this.#work, id) ? { op: "move", kind, id, ...(parent !== undefined && { into: parent }), at } : add(id, at));
    });
  }

  arrange(): void {
    const { stages } = this.#goal;
    this.#arrange({
      kind: "stage",
      wanted: stages.map((each) => each.stage_id),
      present: () => this.#work.stages.map((each) => each.stage_id),
      add: (id, at) => ({ op: "add", kind: "stage", node: { stage_id: id, ...textsOf(findStage(this.#goal, id)) }, at }),
    });
    for (const { stage_id: into, modules } of stages)
      this.#arrange({
        kind: "module",
        parent: into,
        wanted: modules.map((each) => each.module_id),
        present: () => findStage(this.#work, into)?.node.modules.map((each) => each.module_id) ?? [],
        add: (id, at) => ({
          op: "add",
          kind: "module",
          into,
          node: { module_id: id, ...textsOf(findModule(this.#goal, id)) },
          at,
        }),
      });
    for (const { module_id: into, concepts } of modulesOf(this.#goal))
      this.#arrange({
        kind: "concept",
        parent: into,
        wanted: concepts.map((each) => each.concept_id),
        present: () => findModule(this.#work, into)?.node.concepts.map((each) => each.concept_id) ?? [],
        add: (id, at) => ({ op: "add", kind: "concept", into, node: structuredClone(nodeOf(findConcept(this.#goal, id))), at }),
      });
  }

  remove(): void {
    const goal = {
      concept: new Set(conceptsOf(this.#goal).map((each) => each.concept_id)),
      module: new Set(modulesOf(this.#goal).map((each) => each.module_id)),
      stage: new Set(this.#goal.stages.map((each) => each.stage_id)),
    };
    const present = {
      concept: conceptsOf(this.#work).map((each) => each.concept_id),
      module: modulesOf(this.#work).map((each) => each.module_id),
      stage: this.#work.stages.map((each) => each.stage_id),
    };
    for (const kind of ["concept", "module", "stage"] as const)
      for (const id of present[kind].filter((each) => !goal[kind].has(each))) this.#go({ op: "remove", kind, id });
  }

  change(): void {
    for (const { stage_id: id, name, description } of this.#goal.stages) {
      const now = findStage(this.#work, id)?.node;
      if (now?.name !== name || now.description !== description)
        this.#go({ op: "change", kind: "stage", id, fields: { name, description } });
    }
    for (const { module_id: id, name, description } of modulesOf(this.#goal)) {
      const now = findModule(this.#work, id)?.node;
      if (now?.name !== name || now.description !== description)
        this.#go({ op: "change", kind: "module", id, fields: { name, description } });
    }
    const present = new Map(conceptsOf(this.#work).map((concept) => [concept.concept_id, concept]));
    for (const { concept_id: id, ...fields } of conceptsOf(this.#goal)) {
      const now: Record<string, unknown> = { ...present.get(id) };
      const changed = Object.entries(fields).filter(([field, value]) => !equal(value, now[field]));
      if (changed.length > 0)
        this.#go({ op: "change", kind: "concept", id, fields: structuredClone(Object.fromEntries(changed)) });
    }
    const { title, goal, outcomes } = this.#goal;
    const fields = {
      ...(title !== this.#work.title && { title }),
      ...(goal !== this.#work.goal && { goal }),
      ...(!equal(outcomes, this.#work.outcomes) && { outcomes: structuredClone(outcomes) }),
    };
    if (Object.keys(fields).length > 0) this.#go({ op: "change", kind: "roadmap", fields });
  }
}

/** The patch that turns one structure into another of the same roadmap: moves and additions first, then removals, then what still differs. */
export function patchBetween(from: Draft, to: Draft): Patch {
  const route = new Route(from, to);
  route.arrange();
  route.remove();
  route.change();
  return route.patch;
}
