import type { ConceptPage, QuizResult } from "@wayfinder/protocol";

/** A concept to learn, wherever it comes from: a roadmap, the catalogue, a file that somebody writes. */
export type Lesson = Pick<ConceptPage, "language" | "source" | "concept" | "tutorial" | "resources" | "quiz">;

/** Has an answer graded by the server; `chosen` are indexes of options. */
export type Grade = (item_id: string, chosen: readonly number[]) => Promise<QuizResult>;
