import type { NewConcept, NodeKind, Operation, Patch, Roadmap } from "@wayfinder/protocol";
import type { EditOperation } from "../prompts/roadmap-edit.ts";
import { draftConcept } from "./draft-concept.ts";
import { NodeDirectory } from "./node-directory.ts";

/** What a model's edits amount to. With `problems`, in words for the model, the patch is not all that was meant. */
export interface EditsRead {
  readonly patch: Patch;
  readonly problems: readonly string[];
  /** What the model may need to know to do better. */
  readonly hints: readonly string[];
}

/** Whether a prerequisite that is not in the roadmap is one the learner brings along. */
type IsKnown = (name: string) => boolean;

/** An edit that cannot be read; the message is for the model. */
class Unreadable extends Error {}

/** Stages before modules before the rest: a model may name a node before the edit that adds it. */
const RANK: Readonly<Record<NodeKind, number>> = { stage: 0, module: 1, concept: 2 };

interface Numbered {
  readonly edit: EditOperation;
  readonly kind: string;
  /** The id of what it adds. */
  readonly id?: string;
  /** The ids of what it splits off. */
  readonly ids?: readonly string[];
}

/** The patch that a model's edits amount to; what one edit adds, another may name (PR8). Nothing is left away without a problem. */
export function patchOfEdits(edits: readonly EditOperation[], roadmap: Roadmap, isKnown: IsKnown = () => false): EditsRead {
  const reader = new EditReader(roadmap, isKnown);
  const numbered = edits.map((edit) => reader.number(edit));
  const rank = ({ kind, id }: Numbered): number => (id !== undefined && isKind(kind) ? RANK[kind] : RANK.concept);
  const problems: string[] = [];
  const patch = numbered
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((each): Operation[] => {
      try {
        return [reader.operation(each)];
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        problems.push(error.message);
        return [];
      }
    });
  return { patch, problems: [...new Set(problems)], hints: reader.hints() };
}

const isKind = (kind: string): kind is NodeKind => kind in RANK;
const isAdd = ({ op }: EditOperation): boolean => op.toLowerCase() === "add";

class EditReader {
  readonly #directory: NodeDirectory;
  readonly #isKnown: IsKnown;
  readonly #missed = new Set<NodeKind>();

  constructor(roadmap: Roadmap, isKnown: IsKnown) {
    this.#directory = new NodeDirectory(roadmap);
    this.#isKnown = isKnown;
  }

  /** What there is of the kinds of which something was named in vain. */
  hints(): string[] {
    return [...this.#missed].map((kind) => this.#directory.all(kind));
  }

  /** Gives what an edit adds its id, so that every other edit can name it. */
  number(edit: EditOperation): Numbered {
    if (edit.op.toLowerCase() === "split") return { edit, kind: "concept", ids: this.#numberParts(edit) };
    const of = isAdd(edit) ? this.#kindBelow(edit.into) : this.#directory.kindOf(edit.id);
    const kind = edit.kind?.toLowerCase() ?? of ?? "concept";
    const name = edit.fields?.name;
    if (!isAdd(edit) || !isKind(kind) || name === undefined) return { edit, kind };
    return { edit, kind, id: this.#directory.claim(kind, name) };
  }

  /** The first part is the concept that is split, under another name. */
  #numberParts({ id: reference, parts = [] }: EditOperation): string[] {
    const [first, ...others] = parts;
    const id = this.#directory.find("concept", reference);
    if (id === undefined || first === undefined) return [];
    this.#directory.alias("concept", id, first.name);
    return [id, ...others.map(({ name }) => this.#directory.claim("concept", name))];
  }

  /** Throws Unreadable where the edit names nothing that is there, or lacks what it needs. */
  operation(numbered: Numbered): Operation {
    const { edit, kind } = numbered;
    switch (edit.op.toLowerCase()) {
      case "add":
        return this.#added(numbered);
      case "remove":
      case "delete":
        return this.#removed(numbered);
      case "change":
      case "update":
      case "rename":
        return this.#changed(numbered);
      case "move":
        return this.#moved(numbered);
      case "merge":
        return this.#merged(edit);
      case "split":
        return this.#split(numbered);
      default:
        throw new Unreadable(`“${edit.op}” (${kind}) is no operation; they are add, remove, change, move, merge and split.`);
    }
  }

  #kindBelow(into: string | undefined): NodeKind | undefined {
    if (this.#directory.find("module", into) !== undefined) return "concept";
    return this.#directory.find("stage", into) === undefined ? undefined : "module";
  }

  #find(kind: NodeKind, reference: string | undefined, what = "id"): string {
    if (reference === undefined) throw new Unreadable(`An edit of a ${kind} lacks its “${what}”.`);
    const id = this.#directory.find(kind, reference);
    if (id === undefined) {
      this.#missed.add(kind);
      throw new Unreadable(`There is no ${kind} “${reference}”.`);
    }
    return id;
  }

  #node({ edit, kind }: Numbered): { kind: NodeKind; id: string } {
    if (!isKind(kind)) throw new Unreadable(`“${kind}” is no kind of node; they are stage, module and concept.`);
    return { kind, id: this.#find(kind, edit.id) };
  }

  /** The new parent and the sibling before; a sibling alone tells the parent too. */
  #place(kind: NodeKind, { into, after }: EditOperation): { into?: string; after?: string } {
    const sibling = after === undefined ? undefined : this.#find(kind, after);
    const parent = into === undefined || kind === "stage" ? undefined : this.#find(kind === "module" ? "stage" : "module", into);
    const found = parent ?? (sibling === undefined ? undefined : this.#directory.parentOf(kind, sibling));
    return { ...(found === undefined ? {} : { into: found }), ...(sibling === undefined ? {} : { after: sibling }) };
  }

  #added({ edit, kind, id }: Numbered): Operation {
    if (!isKind(kind)) throw new Unreadable(`“${kind}” is no kind of node; they are stage, module and concept.`);
    const { fields = {} } = edit;
    const { name } = fields;
    if (name === undefined || id === undefined) throw new Unreadable(`An added ${kind} lacks its name.`);
    const description = fields.description?.trim() || name;
    const place = this.#place(kind, edit);
    const at = this.#directory.put(kind, id, place);
    if (kind === "stage") return { op: "add", kind, node: { stage_id: id, name, description }, ...at };
    const { into } = place;
    if (into === undefined) throw new Unreadable(`The added ${kind} “${name}” lacks “into”, where it belongs.`);
    if (kind === "module") return { op: "add", kind, into, node: { module_id: id, name, description }, ...at };
    return { op: "add", kind: "concept", into, node: { ...this.#concept({ ...fields, name }), concept_id: id }, ...at };
  }

  #removed(numbered: Numbered): Operation {
    const { kind, id } = this.#node(numbered);
    this.#directory.take(kind, id);
    return { op: "remove", kind, id };
  }

  #moved(numbered: Numbered): Operation {
    const { kind, id } = this.#node(numbered);
    const place = this.#place(kind, numbered.edit);
    const { into = this.#directory.parentOf(kind, id) } = place;
    const at = this.#directory.put(kind, id, { ...place, into });
    return { op: "move", kind, id, ...(kind === "stage" || into === undefined ? {} : { into }), ...at };
  }

  #concept(answer: Parameters<typeof draftConcept>[0]): NewConcept {
    const { concept_id: _id, content: _content, ...concept } = draftConcept(answer);
    return { ...concept, prerequisites: this.#edges(answer, answer.name) };
  }

  #edges({ prerequisites = [], helpful = [] }: NonNullable<EditOperation["fields"]>, name: string): NewConcept["prerequisites"] {
    const edge = (reference: string, kind: "hard" | "soft") => {
      const concept_id = this.#directory.find("concept", reference);
      if (concept_id !== undefined) return [{ concept_id, kind }];
      if (kind === "hard" && reference.trim() !== "" && !this.#isKnown(reference))
        throw new Unreadable(`“${name}” needs “${reference}”, which is neither in the roadmap nor added.`);
      return [];
    };
    return [...prerequisites.flatMap((each) => edge(each, "hard")), ...helpful.flatMap((each) => edge(each, "soft"))];
  }

  #changed(numbered: Numbered): Operation {
    const { fields } = numbered.edit;
    if (numbered.kind === "roadmap" && fields?.name) return { op: "change", kind: "roadmap", fields: { title: fields.name } };
    const { kind, id } = this.#node(numbered);
    if (!fields) throw new Unreadable(`The change of ${kind} “${id}” lacks its fields.`);
    const { name, description } = fields;
    const texts = { ...(name ? { name } : {}), ...(description ? { description } : {}) };
    if (kind !== "concept") return { op: "change", kind, id, fields: texts };
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
        ...(fields.prerequisites === undefined ? {} : { prerequisites: this.#edges(fields, name ?? id) }),
      },
    };
  }

  #merged({ ids = [], into: reference, fields }: EditOperation): Operation {
    const into = this.#find("concept", reference ?? ids[0], "into");
    const found = [...new Set(ids.map((id) => this.#find("concept", id)))].filter((id) => id !== into);
    if (found.length === 0) throw new Unreadable(`Nothing but “${into}” itself is to be merged into it.`);
    const texts = {
      ...(fields?.name ? { name: fields.name } : {}),
      ...(fields?.description ? { description: fields.description } : {}),
    };
    return { op: "merge", ids: found, into, fields: texts };
  }

  #split({ edit: { id: reference, parts = [] }, ids = [] }: Numbered): Operation {
    const id = this.#find("concept", reference);
    if (parts.length < 2) throw new Unreadable(`The split of “${id}” lacks its parts; two are the fewest.`);
    return { op: "split", id, parts: parts.map((part, at) => ({ ...this.#concept(part), concept_id: ids[at] ?? id })) };
  }
}
