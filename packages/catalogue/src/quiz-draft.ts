import type { Bilingual } from "./bilingual.ts";
import { bilingual } from "./concept-head.ts";
import { asList, asRecord, asText, asTexts } from "./read-value.ts";

export interface DraftOption {
  readonly text: Bilingual;
  readonly right: boolean;
  /** What a person believes who picks it; empty where it is the key. */
  readonly misconception: Bilingual;
}

/** A quiz item as the file holds it, in shape but not yet checked. */
export interface QuizDraft {
  readonly id: string;
  readonly type: string;
  readonly tests: readonly string[];
  readonly question: Bilingual;
  readonly options: readonly DraftOption[];
  /** Of a true-false item. */
  readonly answer: boolean | null;
  readonly misconception: Bilingual;
  readonly explain: Bilingual;
}

/** The items of a quiz out of their YAML value. */
export const quizDrafts = (data: unknown): readonly QuizDraft[] => asList(data).map(quizDraft);

function quizDraft(value: unknown): QuizDraft {
  const item = asRecord(value);
  const answer = item["answer"];
  return {
    id: asText(item["id"]),
    type: asText(item["type"]),
    tests: asTexts(item["tests"]),
    question: bilingual(item),
    options: asList(item["options"]).map(option),
    answer: typeof answer === "boolean" ? answer : null,
    misconception: bilingual(item["misconception"]),
    explain: bilingual(item["explain"]),
  };
}

function option(value: unknown): DraftOption {
  const data = asRecord(value);
  const same = asText(data["both"]);
  return {
    text: data["both"] === undefined ? bilingual(data) : { en: same, zh: same },
    right: data["right"] === true,
    misconception: bilingual(data["misconception"]),
  };
}
