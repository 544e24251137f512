import type { CatalogueMap } from "../catalogue-map.ts";
import { conceptParts, quizSource } from "../concept-body.ts";
import { type ConceptHead, conceptHead } from "../concept-head.ts";
import type { ProblemLine } from "../problem-line.ts";
import { type QuizDraft, quizDrafts } from "../quiz-draft.ts";
import { yamlBlock } from "../yaml-block.ts";
import { lintAgreement } from "./lint-agreement.ts";
import { lintBody } from "./lint-body.ts";
import { lintHead } from "./lint-head.ts";
import { lintQuiz } from "./lint-quiz.ts";
import type { Say } from "./say.ts";

/** What the linter makes of one file. */
export interface ConceptLint {
  readonly path: string;
  readonly problems: readonly ProblemLine[];
  /** Missing if the front matter cannot be read. */
  readonly head?: ConceptHead;
  readonly quiz: readonly QuizDraft[];
}

/** Lints the text of one concept's file (L1 to L19, L24). */
export function lintConcept(path: string, text: string, map: CatalogueMap): ConceptLint {
  const problems: ProblemLine[] = [];
  const say: Say = (rule, message, line = 1) => problems.push({ path, line, rule, message });
  const parts = conceptParts(path, text);
  if (!parts) {
    say("L1", "the file must begin with front matter between two lines `---`");
    return { path, problems, quiz: [] };
  }
  const front = yamlBlock(parts.head);
  problems.push(...front.problems);
  if (front.data === null) return { path, problems, quiz: [] };
  const head = conceptHead(front.data);
  lintHead(path, head, { lineOf: front.lineOf, say });
  lintAgreement(map, head, say);
  lintBody(parts.body, parts.body_line, say);
  const source = quizSource(path, parts);
  if (!source) {
    say("L13", "no quiz block (# Quiz, then a ```yaml fence)", parts.body_line);
    return { path, problems, head, quiz: [] };
  }
  const block = yamlBlock(source);
  problems.push(...block.problems);
  const quiz = quizDrafts(block.data);
  const sayHere: Say = (rule, message, line = source.line) => say(rule, message, line);
  lintQuiz(
    quiz,
    head.outcomes.map((o) => o.id),
    { lineOf: (i) => block.lineOf(i), say: sayHere },
  );
  return { path, problems, head, quiz };
}
