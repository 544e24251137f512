import type { Concept, Finding } from "@wayfinder/protocol";
import { nameKey, nearNameKey } from "./concept-name.ts";
import { conceptsOf, type Draft } from "./draft.ts";
import { quote, say } from "./say.ts";

/** Concepts whose names say the same, exactly or nearly (PR2); each with the first one of that name. */
export function lintNames(draft: Draft): Finding[] {
  const { language } = draft;
  const first = new Map<string, Concept>();
  return conceptsOf(draft).flatMap((concept): Finding[] => {
    const key = nearNameKey(concept.name);
    const other = first.get(key);
    if (!other) first.set(key, concept);
    if (!other || concept.name.trim() === "") return [];
    const message =
      nameKey(other.name) === nameKey(concept.name)
        ? say(language, `Two concepts are called ${quote(concept.name)}.`, `有两个知识点都叫${quote(concept.name)}。`)
        : say(
            language,
            `${quote(other.name)} and ${quote(concept.name)} look like one concept.`,
            `${quote(other.name)}和${quote(concept.name)}像是同一个知识点。`,
          );
    return [{ rule: "PR2", message, ids: [other.concept_id, concept.concept_id] }];
  });
}
