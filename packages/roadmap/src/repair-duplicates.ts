import type { Concept, Prerequisite } from "@wayfinder/protocol";
import { nameKey } from "./concept-name.ts";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { namesakes } from "./namesakes.ts";
import type { RepairLog } from "./repair-log.ts";
import { quote } from "./say.ts";

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Takes what `other` adds into `kept`; hours, texts and content of `kept` stay. */
export function absorb(kept: Concept, other: Concept): void {
  kept.outcomes = union(kept.outcomes, other.outcomes);
  kept.keywords = union(kept.keywords, other.keywords);
  kept.prerequisites = [...kept.prerequisites, ...other.prerequisites];
}

/** Takes concepts out of the outline and lets edges and outcomes point to what they became; what thereby doubles or points to itself goes. */
export function redirect(draft: Draft, became: ReadonlyMap<string, string>): void {
  const follow = (id: string): string => became.get(id) ?? id;
  for (const module of modulesOf(draft)) module.concepts = module.concepts.filter((concept) => !became.has(concept.concept_id));
  for (const concept of conceptsOf(draft)) {
    const edges = new Map<string, Prerequisite>();
    for (const { concept_id, kind } of concept.prerequisites) {
      const to = follow(concept_id);
      if (to !== concept.concept_id) edges.set(to, { concept_id: to, kind: edges.get(to)?.kind === "hard" ? "hard" : kind });
    }
    concept.prerequisites = [...edges.values()];
  }
  for (const outcome of draft.outcomes) outcome.concept_ids = union(outcome.concept_ids.map(follow), []);
}

/** The concept of a group of namesakes that stays: the first one that must, else the first. */
const keeperOf = (group: readonly Concept[], settled: ReadonlySet<string>): Concept =>
  group.find((concept) => settled.has(concept.concept_id)) ?? (group[0] as Concept);

/** Merges concepts whose names say the same (PR2) into the first one that is `settled`, else into the first. */
export function repairDuplicates(draft: Draft, log: RepairLog, settled: ReadonlySet<string>): void {
  const became = new Map<string, string>();
  for (const group of namesakes(draft)) {
    const kept = keeperOf(group, settled);
    for (const concept of group.filter((each) => each !== kept)) {
      became.set(concept.concept_id, kept.concept_id);
      absorb(kept, concept);
      const [name, other] = [quote(kept.name), quote(concept.name)];
      const same = nameKey(kept.name) === nameKey(concept.name);
      log.add({
        rule: "PR2",
        action: "duplicate_merged",
        ids: [kept.concept_id, concept.concept_id],
        en: same ? `Merged two concepts called ${name}.` : `Merged ${other} into ${name}: the names say the same.`,
        zh: same ? `合并了两个都叫${name}的概念。` : `把${other}并入${name}：两个名称说的是同一件事。`,
        refusal: same
          ? { en: `There is already a ${name}; choose another name.`, zh: `已经有${name}了，请换一个名称。` }
          : {
              en: `${other} says the same as ${name}, which is there already; choose another name.`,
              zh: `${other}和已有的${name}说的是同一件事，请换一个名称。`,
            },
      });
    }
  }
  if (became.size > 0) redirect(draft, became);
}
