import type { ConceptPage, ContentKind, QuizResult } from "@wayfinder/protocol";
import type { ReactNode } from "react";

/** A concept to learn, wherever it comes from: a roadmap, the catalogue, a file that somebody writes. */
export type Lesson = Pick<ConceptPage, "language" | "source" | "concept" | "tutorial" | "resources" | "quiz">;

/** Has an answer graded by the server; `chosen` are indexes of options. */
export type Grade = (item_id: string, chosen: readonly number[]) => Promise<QuizResult>;

/** What stands below one kind of content, or in its place when it failed: only where it can be written anew. */
export type Tools = (kind: ContentKind) => ReactNode;
