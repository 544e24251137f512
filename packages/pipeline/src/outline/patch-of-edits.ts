import type { NewConcept, Operation, Patch, Roadmap } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, nameKey } from "@wayfinder/roadmap";
import type { EditOperation } from "../prompts/roadmap-edit.ts";
import { draftConcept } from "./draft-concept.ts";

/** Finds what a model means by an id: the id itself, or a name. */
class Directory {
  readonly #ids = new Map<string, Map<string, string>>();
  readonly #siblings: { readonly ids: readonly string[] }[] = [];

  constructor(roadmap: Roadmap) {
    this.#add(
      "stage",
      roadmap.stages.map((s) => [s.stage_id, s.name]),
    );
    this.#add(
      "module",
      modulesOf(roadmap).map((m) => [m.module_id, m.name]),
    );
    this.#add(
      "concept",
      conceptsOf(roadmap).map((c) => [c.concept_id, c.name]),
    );
    this.#siblings.push({ ids: roadmap.stages.map((s) => s.stage_id) });
    for (const { modules } of roadmap.stages) this.#siblings.push({ ids: modules.map((m) => m.module_id) });
    for (const { concepts } of modulesOf(roadmap)) this.#siblings.push({ ids: concepts.map((c) => c.concept_id) });
  }

  #add(kind: string, nodes: readonly (readonly [string, string])[]): void {
    const found = new Map<string, string>();
    for (const [id, name] of nodes.toReversed()) found.set(nameKey(name), id);
    for (const [id] of nodes.toReversed()) found.set(nameKey(id), id);
    this.#ids.set(kind, found);
  }

  find(kind: string, reference: string | undefined): string | undefined {
    return reference === undefined ? undefined : this.#ids.get(kind)?.get(nameKey(reference));
  }

  /** What kind of node an id names, where an edit leaves it out. */
  kindOf(reference: string | undefined): string | undefined {
    return ["concept", "module", "stage"].find((kind) => this.find(kind, reference) !== undefined);
  }

  /** The place after a sibling, in the list as it stands before the edits. */
  placeAfter(id: string | undefined): { at: number } | Record<string, never> {
    const list = this.#siblings.find(({ ids }) => id !== undefined && ids.includes(id));
    return list && id !== undefined ? { at: list.ids.indexOf(id) + 1 } : {};
  }
}

/** The patch that a model's edits amount to. What names nothing that is there is left away: the patch does what it can (PR8). */
export function patchOfEdits(edits: readonly EditOperation[], roadmap: Roadmap): Patch {
  const directory = new Directory(roadmap);
  return edits.flatMap((edit): Operation[] => {
    const operation = operationOf(edit, directory);
    return operation ? [operation] : [];
  });
}

function operationOf(edit: EditOperation, directory: Directory): Operation | null {
  const kind = edit.kind?.toLowerCase() ?? directory.kindOf(edit.id) ?? "concept";
  switch (edit.op.toLowerCase()) {
    case "add":
      return added(edit, kind, directory);
    case "remove":
    case "delete": {
      const id = directory.find(kind, edit.id);
      return id === undefined || !isKind(kind) ? null : { op: "remove", kind, id };
    }
    case "change":
    case "update":
    case "rename":
      return changed(edit, kind, directory);
    case "move": {
      const id = directory.find(kind, edit.id);
      if (id === undefined || !isKind(kind)) return null;
      const into = directory.find(kind === "concept" ? "module" : "stage", edit.into);
      const place = directory.placeAfter(directory.find(kind, edit.after));
      return { op: "move", kind, id, ...(into === undefined ? {} : { into }), ...place };
    }
    case "merge":
      return merged(edit, directory);
    case "split":
      return split(edit, directory);
    default:
      return null;
  }
}

type Kind = "stage" | "module" | "concept";
const isKind = (kind: string): kind is Kind => kind === "stage" || kind === "module" || kind === "concept";

function added({ into, after, fields }: EditOperation, kind: string, directory: Directory): Operation | null {
  const name = fields?.name;
  if (name === undefined) return null;
  const description = fields?.description ?? name;
  const place = directory.placeAfter(directory.find(kind, after));
  if (kind === "stage") return { op: "add", kind, node: { name, description }, ...place };
  const parent = directory.find(kind === "module" ? "stage" : "module", into);
  if (parent === undefined) return null;
  if (kind === "module") return { op: "add", kind, into: parent, node: { name, description }, ...place };
  return { op: "add", kind: "concept", into: parent, node: newConcept({ ...fields, name }, directory), ...place };
}

function newConcept(answer: Parameters<typeof draftConcept>[0], directory: Directory): NewConcept {
  const { concept_id: _id, content: _content, ...concept } = draftConcept(answer);
  return { ...concept, prerequisites: edges(answer, directory) };
}

function edges(
  { prerequisites = [], helpful = [] }: NonNullable<EditOperation["fields"]>,
  directory: Directory,
): NewConcept["prerequisites"] {
  // a name that is not there yet may be added by another edit; the gate resolves it by name or drops it
  const found = (names: readonly string[], kind: "hard" | "soft") =>
    names.flatMap((name) => {
      const concept_id = directory.find("concept", name);
      return concept_id === undefined ? [] : [{ concept_id, kind }];
    });
  return [...found(prerequisites, "hard"), ...found(helpful, "soft")];
}

function changed({ id: reference, fields }: EditOperation, kind: string, directory: Directory): Operation | null {
  const id = directory.find(kind, reference);
  if (id === undefined || !fields) return null;
  const { name, description } = fields;
  const texts = { ...(name ? { name } : {}), ...(description ? { description } : {}) };
  if (kind !== "concept") return isKind(kind) ? { op: "change", kind, id, fields: texts } : null;
  const whole = draftConcept({ ...fields, name: name ?? id });
  return {
    op: "change",
    kind,
    id,
    fields: {
      ...texts,
      ...(fields.hours === undefined ? {} : { hours: whole.hours }),
      ...(fields.difficulty === undefined ? {} : { difficulty: whole.difficulty }),
      ...(fields.outcomes === undefined ? {} : { outcomes: whole.outcomes }),
      ...(fields.keywords === undefined ? {} : { keywords: whole.keywords }),
      ...(fields.prerequisites === undefined ? {} : { prerequisites: edges(fields, directory) }),
    },
  };
}

function merged({ ids = [], into: reference, fields }: EditOperation, directory: Directory): Operation | null {
  const into = directory.find("concept", reference ?? ids[0]);
  const found = [...new Set(ids.flatMap((id) => directory.find("concept", id) ?? []))].filter((id) => id !== into);
  if (into === undefined || found.length === 0) return null;
  const texts = {
    ...(fields?.name ? { name: fields.name } : {}),
    ...(fields?.description ? { description: fields.description } : {}),
  };
  return { op: "merge", ids: found, into, fields: texts };
}

function split({ id: reference, parts = [] }: EditOperation, directory: Directory): Operation | null {
  const id = directory.find("concept", reference);
  if (id === undefined || parts.length < 2) return null;
  return { op: "split", id, parts: parts.map((part) => newConcept(part, directory)) };
}
