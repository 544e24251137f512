import type { NodeKind, Roadmap } from "@wayfinder/protocol";
import { conceptsOf, identifierOf, modulesOf, nameKey, uniqueIdentifier } from "@wayfinder/roadmap";

const KINDS: readonly NodeKind[] = ["concept", "module", "stage"];
/** Stages are siblings below nothing. */
const TOP = "";
/** Ids told to a model that named none of them; enough for the modules of any roadmap that people follow. */
const MOST_TOLD = 60;

const listOf = (kind: NodeKind, parent: string): string => `${kind} ${parent}`;

/** The nodes of a roadmap by id and by name, and their places; it grows with what edits add, so that later edits may name that too. */
export class NodeDirectory {
  readonly #ids: Readonly<Record<NodeKind, Map<string, string>>> = { stage: new Map(), module: new Map(), concept: new Map() };
  readonly #taken: Readonly<Record<NodeKind, Set<string>>> = { stage: new Set(), module: new Set(), concept: new Set() };
  /** Ids in order, by kind and parent. */
  readonly #lists = new Map<string, string[]>();

  constructor(roadmap: Roadmap) {
    const { stages } = roadmap;
    const modules = modulesOf(roadmap);
    const named = {
      stage: stages.map(({ stage_id, name }) => [stage_id, name] as const),
      module: modules.map(({ module_id, name }) => [module_id, name] as const),
      concept: conceptsOf(roadmap).map(({ concept_id, name }) => [concept_id, name] as const),
    };
    for (const kind of KINDS) {
      for (const [id] of named[kind]) this.#name(kind, id, id);
      for (const [id, name] of named[kind]) this.#name(kind, id, name);
    }
    const listed = (kind: NodeKind, parent: string, ids: string[]) => this.#lists.set(listOf(kind, parent), ids);
    listed(
      "stage",
      TOP,
      stages.map(({ stage_id }) => stage_id),
    );
    for (const stage of stages)
      listed(
        "module",
        stage.stage_id,
        stage.modules.map(({ module_id }) => module_id),
      );
    for (const { module_id, concepts } of modules)
      listed(
        "concept",
        module_id,
        concepts.map(({ concept_id }) => concept_id),
      );
  }

  /** The first to bear a name keeps it. */
  #name(kind: NodeKind, id: string, name: string): void {
    this.#taken[kind].add(id);
    const key = nameKey(name);
    if (!this.#ids[kind].has(key)) this.#ids[kind].set(key, id);
  }

  /** The id that a reference means: itself, or the id of the node so called. */
  find(kind: NodeKind, reference: string | undefined): string | undefined {
    return reference === undefined ? undefined : this.#ids[kind].get(nameKey(reference));
  }

  /** What kind of node a reference names, where an edit leaves it out. */
  kindOf(reference: string | undefined): NodeKind | undefined {
    return KINDS.find((kind) => this.find(kind, reference) !== undefined);
  }

  /** The id of a node that an edit adds, from now on found under its name. */
  claim(kind: NodeKind, name: string): string {
    const id = uniqueIdentifier(identifierOf(name) || kind, this.#taken[kind]);
    this.#name(kind, id, id);
    this.#name(kind, id, name);
    return id;
  }

  /** A node may be meant by another name as well: the one that an edit gives it. */
  alias(kind: NodeKind, id: string, name: string): void {
    this.#name(kind, id, name);
  }

  /** Takes a node out of its place. */
  take(kind: NodeKind, id: string): void {
    for (const [key, ids] of this.#lists) if (key.startsWith(`${kind} `) && ids.includes(id)) ids.splice(ids.indexOf(id), 1);
  }

  /** The parent of a node as the edits so far leave it; undefined for a stage. */
  parentOf(kind: NodeKind, id: string): string | undefined {
    const list = this.#lists.entries().find(([key, ids]) => key.startsWith(`${kind} `) && ids.includes(id));
    return list?.[0].slice(kind.length + 1) || undefined;
  }

  /** Puts a node after a sibling, or at the end; the place as an operation says it. */
  put(kind: NodeKind, id: string, { into = TOP, after }: { into?: string | undefined; after?: string | undefined }) {
    this.take(kind, id);
    const key = listOf(kind, into);
    const list = this.#lists.get(key) ?? [];
    this.#lists.set(key, list);
    const at = after === undefined ? -1 : list.indexOf(after);
    list.splice(at < 0 ? list.length : at + 1, 0, id);
    return at < 0 ? {} : { at: at + 1 };
  }

  /** What there is of a kind, in words for a model that named something else. */
  all(kind: NodeKind): string {
    const there = [...this.#taken[kind]];
    return `Ids of kind ${kind}: ${there.slice(0, MOST_TOLD).join(", ")}${there.length > MOST_TOLD ? ", …" : ""}.`;
  }
}
