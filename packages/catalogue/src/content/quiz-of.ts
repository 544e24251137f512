import { type Language, type QuizItem, QuizType } from "@wayfinder/protocol";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { quizSource } from "../concept-body.ts";
import { CatalogueFileError } from "../problem-line.ts";
import { type QuizDraft, quizDrafts } from "../quiz-draft.ts";
import { yamlBlock } from "../yaml-block.ts";

const TRUE_FALSE = { en: ["True", "False"], zh: ["对", "错"] } as const satisfies Record<Language, readonly [string, string]>;

/** The quiz of a concept, options in the order in which they are written. Throws `CatalogueFileError` with path and line if it cannot be read. */
export function quizOf(concept: CatalogueConcept, language: Language): readonly QuizItem[] {
  const source = quizSource(concept.path, concept);
  if (!source)
    throw new CatalogueFileError({ path: concept.path, line: concept.body_line, rule: "L13", message: "no quiz block" });
  const { data, problems, lineOf } = yamlBlock(source);
  const [fault] = problems;
  if (fault) throw new CatalogueFileError(fault);
  return quizDrafts(data).map((draft, i) => {
    const type = QuizType.safeParse(draft.type);
    const fail = (rule: string, message: string) =>
      new CatalogueFileError({ path: concept.path, line: lineOf(i), rule, message });
    if (!type.success) throw fail("L13", `type "${draft.type}" is not known`);
    const item = { ...body(draft, type.data, language), type: type.data };
    if (item.right.length === 0) throw fail("L14", `${draft.id} has no right answer`);
    return {
      item_id: draft.id,
      question: draft.question[language],
      explanation: draft.explain[language],
      tests: [...draft.tests],
      ...item,
    };
  });
}

/** Options, right indexes and what a wrong choice means. */
function body(draft: QuizDraft, type: QuizType, language: Language): Pick<QuizItem, "options" | "right" | "misconceptions"> {
  if (type === "true-false") {
    const right = draft.answer === null ? [] : [draft.answer ? 0 : 1];
    const misconceptions = [0, 1].map((at) => (right.includes(at) ? null : draft.misconception[language]));
    return { options: [...TRUE_FALSE[language]], right, misconceptions };
  }
  return {
    options: draft.options.map((o) => o.text[language]),
    right: draft.options.flatMap((o, at) => (o.right ? [at] : [])),
    misconceptions: draft.options.map((o) => (o.right ? null : o.misconception[language])),
  };
}
