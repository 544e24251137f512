import { beginningOf, type Concept } from "@wayfinder/protocol";
import { conceptsOf, type Draft } from "./draft.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

/** Names longer than this read as sentences, and are cut at a word. */
const NAME_LENGTH = 60;

const isBlank = (text: string): boolean => text.trim() === "";

/** Drops modules without concepts and stages without modules (PR2). */
export function dropEmpty(draft: Draft, log: RepairLog): void {
  const drop = (id: string, name: string, kind: { en: string; zh: string }): void =>
    log.add({
      rule: "PR2",
      action: "node_dropped",
      ids: [id],
      en: `Dropped the empty ${kind.en} ${quote(name)}.`,
      zh: `删去了空的${kind.zh}${quote(name)}。`,
      refusal: {
        en: `The ${kind.en} ${quote(name)} would be empty; give it a concept.`,
        zh: `${kind.zh}${quote(name)}是空的，至少要有一个概念。`,
      },
    });
  for (const stage of draft.stages) {
    for (const module of stage.modules)
      if (module.concepts.length === 0) drop(module.module_id, module.name, { en: "module", zh: "模块" });
    stage.modules = stage.modules.filter((module) => module.concepts.length > 0);
    if (stage.modules.length === 0) drop(stage.stage_id, stage.name, { en: "stage", zh: "阶段" });
  }
  draft.stages = draft.stages.filter((stage) => stage.modules.length > 0);
}

/** Numbers the stages 1 … n in their order (PR1). */
export function repairStageOrder(draft: Draft, log: RepairLog): void {
  if (draft.stages.every((stage, at) => stage.order === at + 1)) return;
  draft.stages.forEach((stage, at) => (stage.order = at + 1));
  log.add({
    rule: "PR1",
    action: "order_fixed",
    ids: draft.stages.map((stage) => stage.stage_id),
    en: "Numbered the stages in their order.",
    zh: "按先后重新给阶段编号。",
  });
}

/** A name for a concept that has none: the beginning of its description, else the words of its id; empty if neither says anything. */
function nameFor(concept: Concept): string {
  const sentence =
    concept.description
      .trim()
      .split(/[.。!！?？\n]/u)[0]
      ?.trim() ?? "";
  const short = sentence.length <= NAME_LENGTH ? sentence : beginningOf(sentence, NAME_LENGTH).replace(/\s+\S*$/u, "");
  if (!isBlank(short)) return short;
  return concept.concept_id
    .split(/[^\p{L}\p{N}]+/u)
    .join(" ")
    .trim();
}

/** Fills missing names and descriptions from what stands beside them, and drops concepts that say nothing at all (PR2). */
export function repairTexts(draft: Draft, log: RepairLog): void {
  for (const module of draft.stages.flatMap((stage) => stage.modules)) {
    for (const concept of module.concepts) if (isBlank(concept.name)) concept.name = fillName(concept, log);
    module.concepts = module.concepts.filter((concept) => !isBlank(concept.name));
  }
  dropEmpty(draft, log);
  for (const concept of conceptsOf(draft)) fill(concept, { id: concept.concept_id, name: concept.name }, log);
  for (const stage of draft.stages) {
    for (const module of stage.modules) fill(module, { id: module.module_id, name: module.concepts[0]?.name ?? "" }, log);
    fill(stage, { id: stage.stage_id, name: stage.modules[0]?.name ?? "" }, log);
  }
  if (!isBlank(draft.title)) return;
  draft.title = isBlank(draft.goal) ? (draft.stages[0]?.name ?? "") : draft.goal.trim();
  if (draft.title !== "")
    log.add({
      rule: "PR2",
      action: "text_filled",
      ids: [],
      en: `Named the roadmap ${quote(draft.title)}.`,
      zh: `给路线图起名为${quote(draft.title)}。`,
    });
}

function fillName(concept: Concept, log: RepairLog): string {
  const name = nameFor(concept);
  const ids = [concept.concept_id];
  if (name === "")
    log.add({
      rule: "PR2",
      action: "node_dropped",
      ids,
      en: "Dropped a concept without name and description.",
      zh: "删去了一个没有名称和说明的概念。",
      refusal: { en: "A concept needs a name.", zh: "概念要有名称。" },
    });
  else
    log.add({
      rule: "PR2",
      action: "text_filled",
      ids,
      en: `Named a concept without name ${quote(name)}.`,
      zh: `给没有名称的概念起名为${quote(name)}。`,
    });
  return name;
}

function fill(node: { name: string; description: string }, from: { id: string; name: string }, log: RepairLog): void {
  const missing = [isBlank(node.name), isBlank(node.description)];
  if (missing[0]) node.name = from.name;
  if (missing[1]) node.description = node.name;
  if (missing.includes(true) && !isBlank(node.name))
    log.add({
      rule: "PR2",
      action: "text_filled",
      ids: [from.id],
      en: `Filled in the missing name or description of ${quote(node.name)}.`,
      zh: `补上了${quote(node.name)}缺少的名称或说明。`,
    });
}
