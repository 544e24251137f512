import type { Concept, Roadmap } from "@wayfinder/protocol";
import { conceptsOf, modulesOf } from "./draft.ts";

/** The kinds of nodes that are compared one by one. */
export type EntryKind = "stage" | "module" | "concept" | "outcome";

/** One field of a node as text; `value` is shown to the reader where it is short. */
export interface EntryField {
  readonly en: string;
  readonly zh: string;
  readonly text: string;
  readonly isShort: boolean;
}

/** A node of a roadmap with all that can differ: its name, where it stands and its fields. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string; readonly name: string };
  readonly fields: readonly EntryField[];
}

const short = (en: string, zh: string, text: string): EntryField => ({ en, zh, text, isShort: true });
const long = (en: string, zh: string, text: string): EntryField => ({ en, zh, text, isShort: false });

/** Fields of a concept; prerequisites by name, in an order of their own, because theirs means nothing. */
function conceptFields(concept: Concept, names: ReadonlyMap<string, string>): EntryField[] {
  const { hours, prerequisites } = concept;
  const edges = prerequisites.map(
    (edge) => `${names.get(edge.concept_id) ?? edge.concept_id}${edge.kind === "soft" ? " (?)" : ""}`,
  );
  return [
    short("name", "名称", concept.name),
    long("description", "说明", concept.description),
    short("hours", "学时", `${hours.low} / ${hours.likely} / ${hours.high}`),
    short("difficulty", "难度", concept.difficulty),
    short("prerequisites", "先修", edges.sort().join(", ") || "–"),
    long("outcomes", "学习成果", concept.outcomes.join("\n")),
    long("keywords", "关键词", concept.keywords.join("\n")),
  ];
}

const outlineFields = (node: { name: string; description: string }): EntryField[] => [
  short("name", "名称", node.name),
  long("description", "说明", node.description),
];

/** All nodes of a roadmap, kind by kind, in their order. */
export function entriesOf(roadmap: Roadmap): Record<EntryKind, Entry[]> {
  const names = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept.name]));
  const top = { id: "", name: roadmap.title };
  return {
    stage: roadmap.stages.map((stage) => ({ id: stage.stage_id, name: stage.name, parent: top, fields: outlineFields(stage) })),
    module: roadmap.stages.flatMap((stage) =>
      stage.modules.map((module) => ({
        id: module.module_id,
        name: module.name,
        parent: { id: stage.stage_id, name: stage.name },
        fields: outlineFields(module),
      })),
    ),
    concept: modulesOf(roadmap).flatMap((module) =>
      module.concepts.map((concept) => ({
        id: concept.concept_id,
        name: concept.name,
        parent: { id: module.module_id, name: module.name },
        fields: conceptFields(concept, names),
      })),
    ),
    outcome: roadmap.outcomes.map((outcome) => ({
      id: outcome.id,
      name: outcome.text,
      parent: top,
      fields: [
        short("text", "文字", outcome.text),
        long(
          "concepts",
          "概念",
          outcome.concept_ids
            .map((id) => names.get(id) ?? id)
            .sort()
            .join("\n"),
        ),
      ],
    })),
  };
}
