import type { Language } from "@wayfinder/protocol";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { sectionsOf } from "../concept-body.ts";

/** A summary shorter than this, in characters, takes the next sentence too. */
const ENOUGH = { en: 60, zh: 24 } as const satisfies Record<Language, number>;

const SENTENCE = { en: /.+?[.!?](?=\s|$)/gs, zh: /.+?[。！？]/gs } as const satisfies Record<Language, RegExp>;

/** A concept in a sentence or two: how its "Why it matters" begins. */
export function summaryOf(concept: CatalogueConcept, language: Language): string {
  const why = (sectionsOf(concept.body, language)[0]?.text ?? "").trim().split(/\n\s*\n/)[0] ?? "";
  let summary = "";
  for (const [sentence] of why.replaceAll("\n", language === "zh" ? "" : " ").matchAll(SENTENCE[language])) {
    summary += sentence;
    if (summary.length >= ENOUGH[language]) break;
  }
  return summary.trim() || why || concept.title[language];
}
