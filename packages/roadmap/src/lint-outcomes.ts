import type { Concept, Finding } from "@wayfinder/protocol";
import { conceptsOf, type Draft } from "./draft.ts";
import { hardClosure } from "./graph.ts";
import { quote, say } from "./say.ts";

/** The ids of all concepts that lead to an outcome: named by one, or needed or wished for by a concept that leads to one. */
export function leadingConcepts(draft: Draft): Set<string> {
  const byId = new Map<string, Concept>(conceptsOf(draft).map((concept) => [concept.concept_id, concept]));
  const named = draft.outcomes.flatMap((outcome) => outcome.concept_ids).filter((id) => byId.has(id));
  const requires = (id: string): string[] =>
    (byId.get(id)?.prerequisites ?? []).map((edge) => edge.concept_id).filter((each) => byId.has(each));
  return hardClosure(named, { requires });
}

/** Outcomes without text or concepts, and concepts that lead to none (PR1). */
export function lintOutcomes(draft: Draft): Finding[] {
  const { language } = draft;
  const concepts = conceptsOf(draft);
  const ids = new Set(concepts.map((concept) => concept.concept_id));
  const findings: Finding[] = [];
  if (draft.outcomes.length === 0)
    findings.push({
      rule: "PR1",
      message: say(language, "The roadmap names no outcome.", "路线图没有写明学成之后能做什么。"),
      ids: [],
    });
  for (const outcome of draft.outcomes) {
    if (outcome.text.trim() === "")
      findings.push({
        rule: "PR2",
        message: say(language, `Outcome ${quote(outcome.id)} has no text.`, `成果${quote(outcome.id)}没有文字。`),
        ids: [outcome.id],
      });
    if (outcome.concept_ids.length === 0)
      findings.push({
        rule: "PR1",
        message: say(language, `No concept leads to ${quote(outcome.text)}.`, `没有概念通向${quote(outcome.text)}。`),
        ids: [outcome.id],
      });
    if (new Set(outcome.concept_ids).size < outcome.concept_ids.length)
      findings.push({
        rule: "PR2",
        message: say(language, `${quote(outcome.text)} names a concept twice.`, `${quote(outcome.text)}把一个概念列了两次。`),
        ids: [outcome.id],
      });
    for (const id of outcome.concept_ids.filter((each) => !ids.has(each)))
      findings.push({
        rule: "PR1",
        message: say(
          language,
          `${quote(outcome.text)} names ${quote(id)}, which is not in the roadmap.`,
          `${quote(outcome.text)}提到的${quote(id)}不在路线图中。`,
        ),
        ids: [outcome.id, id],
      });
  }
  const leading = leadingConcepts(draft);
  for (const { concept_id, name } of concepts.filter((concept) => !leading.has(concept.concept_id)))
    findings.push({
      rule: "PR1",
      message: say(language, `${quote(name)} leads to no outcome.`, `${quote(name)}不通向任何成果。`),
      ids: [concept_id],
    });
  return findings;
}
