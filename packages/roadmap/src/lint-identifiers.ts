import type { Finding } from "@wayfinder/protocol";
import { conceptsOf, modulesOf, type Draft } from "./draft.ts";
import { isIdentifier } from "./identifier.ts";
import { quote, say } from "./say.ts";

/** Ids which cannot stand in a URL, or which two nodes of a kind share (PR5). */
export function lintIdentifiers(draft: Draft): Finding[] {
  const { language } = draft;
  const kinds = [
    draft.stages.map((stage) => stage.stage_id),
    modulesOf(draft).map((module) => module.module_id),
    conceptsOf(draft).map((concept) => concept.concept_id),
    draft.outcomes.map((outcome) => outcome.id),
  ];
  return kinds.flatMap((ids) => {
    const seen = new Set<string>();
    return ids.flatMap((id): Finding[] => {
      if (!isIdentifier(id))
        return [
          {
            rule: "PR5",
            message: say(language, `The id ${quote(id)} cannot stand in a URL.`, `标识${quote(id)}不能用在网址中。`),
            ids: [id],
          },
        ];
      if (seen.has(id))
        return [
          { rule: "PR5", message: say(language, `The id ${quote(id)} is used twice.`, `标识${quote(id)}用了两次。`), ids: [id] },
        ];
      seen.add(id);
      return [];
    });
  });
}
