import type { Concept, Finding, Language } from "@wayfinder/protocol";
import { conceptsOf, hardOf, type Draft } from "./draft.ts";
import { cyclicComponents } from "./graph.ts";
import { redundantEdges } from "./redundant-edges.ts";
import { quote, quoteAll, say } from "./say.ts";

/** What is wrong with one concept's own list of prerequisites. */
function lintOwnEdges(concept: Concept, place: ReadonlyMap<string, number>, language: Language): Finding[] {
  const seen = new Set<string>();
  return concept.prerequisites.flatMap(({ concept_id: id }): Finding[] => {
    const ids = [concept.concept_id, id];
    const name = quote(concept.name);
    if (id === concept.concept_id)
      return [{ rule: "PR1", message: say(language, `${name} needs itself.`, `${name}以自己为先修。`), ids: [id] }];
    if (!place.has(id))
      return [
        {
          rule: "PR1",
          message: say(
            language,
            `${name} needs ${quote(id)}, which is not in the roadmap.`,
            `${name}的先修${quote(id)}不在路线图中。`,
          ),
          ids,
        },
      ];
    if (seen.has(id))
      return [
        { rule: "PR2", message: say(language, `${name} names ${quote(id)} twice.`, `${name}把${quote(id)}列了两次。`), ids },
      ];
    seen.add(id);
    return [];
  });
}

/** Concepts that need each other in a circle, over hard and soft edges together. */
function lintCycles(concepts: readonly Concept[], place: ReadonlyMap<string, number>, language: Language): Finding[] {
  const next = concepts.map((concept) => concept.prerequisites.flatMap((edge) => place.get(edge.concept_id) ?? []));
  return cyclicComponents(concepts.length, (at) => next[at] as number[]).map((component) => {
    const members = component.map((at) => concepts[at] as Concept);
    const names = quoteAll(
      members.map((member) => member.name),
      language,
    );
    return {
      rule: "PR1",
      message: say(language, `These need each other in a circle: ${names}.`, `这些概念互为先修，成了环：${names}。`),
      ids: members.map((member) => member.concept_id),
    };
  });
}

/** Concepts standing before what they cannot do without. */
function lintOrder(concepts: readonly Concept[], place: ReadonlyMap<string, number>, language: Language): Finding[] {
  return concepts.flatMap((concept, at) =>
    hardOf(concept)
      .filter((id) => (place.get(id) ?? -1) > at)
      .map((id) => {
        const needed = quote((concepts[place.get(id) as number] as Concept).name);
        return {
          rule: "PR1",
          message: say(
            language,
            `${quote(concept.name)} stands before ${needed}, which it needs.`,
            `${quote(concept.name)}排在它的先修${needed}之前。`,
          ),
          ids: [concept.concept_id, id],
        };
      }),
  );
}

/** Edges that a path of hard edges implies; meaningful only without cycles. */
function lintRedundant(concepts: readonly Concept[], language: Language): Finding[] {
  const names = new Map(concepts.map((concept) => [concept.concept_id, concept.name]));
  return [...redundantEdges(concepts)].flatMap(([from, implied]) =>
    implied.map((to) => ({
      rule: "PR2",
      message: say(
        language,
        `${quote(names.get(from) ?? from)} needs ${quote(names.get(to) ?? to)} already by way of another concept.`,
        `${quote(names.get(from) ?? from)}已经通过别的概念以${quote(names.get(to) ?? to)}为先修。`,
      ),
      ids: [from, to],
    })),
  );
}

/** Prerequisites: dangling, self, doubled, circular, out of order (PR1) and redundant (PR2). */
export function lintEdges(draft: Draft): Finding[] {
  const concepts = conceptsOf(draft);
  const place = new Map<string, number>();
  concepts.forEach((concept, at) => place.has(concept.concept_id) || place.set(concept.concept_id, at));
  const cycles = lintCycles(concepts, place, draft.language);
  return [
    ...concepts.flatMap((concept) => lintOwnEdges(concept, place, draft.language)),
    ...cycles,
    ...lintOrder(concepts, place, draft.language),
    ...(cycles.length === 0 ? lintRedundant(concepts, draft.language) : []),
  ];
}
