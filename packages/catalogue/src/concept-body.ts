import type { Language } from "@wayfinder/protocol";
import type { YamlSource } from "./yaml-block.ts";

/** The headings of a concept's body, in their order, by language. The first is the language itself. */
export const HEADINGS = {
  en: ["English", "Why it matters", "Key points", "Worked example", "Common mistakes", "Exercise", "Check"],
  zh: ["中文", "为什么要学", "要点", "示例", "常见错误", "练习", "自查"],
} as const satisfies Record<Language, readonly string[]>;

/** A file cut in two: front matter and body. */
export interface ConceptParts {
  readonly head: YamlSource;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly body_line: number;
}

/** Cuts a file at its front matter; `null` if it has none. */
export function conceptParts(path: string, text: string): ConceptParts | null {
  const unixText = text.replaceAll("\r\n", "\n");
  const head = /^---\n([\s\S]*?)\n---\n/.exec(unixText);
  if (head?.[1] === undefined) return null;
  const body_line = head[0].split("\n").length;
  return { head: { path, text: head[1], line: 2 }, body: unixText.slice(head[0].length), body_line };
}

export interface Heading {
  readonly depth: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The headings of a body; a `#` inside a fenced block is none. */
export function headingsOf(body: string): readonly Heading[] {
  const headings: Heading[] = [];
  let isFenced = false;
  let start = 0;
  for (const line of body.split("\n")) {
    if (line.startsWith("```")) isFenced = !isFenced;
    const heading = isFenced || !line.startsWith("#") ? null : /^(#{1,6}) (.+)$/.exec(line);
    if (heading)
      headings.push({ depth: heading[1]?.length ?? 1, name: heading[2]?.trim() ?? "", start, end: start + line.length });
    start += line.length + 1;
  }
  return headings;
}

/** One section of the text: `name` is its heading without the hashes. */
export interface Section {
  readonly name: string;
  readonly text: string;
  /** Offset in the body. */
  readonly start: number;
}

/** The six sections of one language, each empty where its heading is missing. */
export function sectionsOf(body: string, language: Language): readonly Section[] {
  const [languageName, ...names] = HEADINGS[language];
  const headings = headingsOf(body);
  const from = headings.findIndex((h) => h.depth === 1 && h.name === languageName);
  return names.map((name) => {
    const at = from < 0 ? -1 : headings.findIndex((h, i) => i > from && h.name === name);
    const heading = headings[at];
    if (!heading) return { name, text: "", start: 0 };
    return { name, text: body.slice(heading.end, headings[at + 1]?.start ?? body.length), start: heading.end };
  });
}

/** The YAML of the quiz that ends a file; `null` if there is none. */
export function quizSource(path: string, parts: Pick<ConceptParts, "body" | "body_line">): YamlSource | null {
  const quiz = /^# Quiz\s*\n+```yaml\n([\s\S]*?)^```\s*$/m.exec(parts.body);
  if (quiz?.[1] === undefined) return null;
  const before = parts.body.slice(0, quiz.index) + quiz[0].slice(0, quiz[0].indexOf("```yaml"));
  return { path, text: quiz[1], line: parts.body_line + before.split("\n").length };
}
