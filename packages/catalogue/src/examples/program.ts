import { sectionsOf } from "../concept-body.ts";

/** The languages whose worked examples are executed or type-checked, by the names of their fences. */
const FENCES = {
  js: "javascript",
  jsx: "javascript",
  ts: "typescript",
  tsx: "typescript",
  python: "python",
  sql: "sql",
  bash: "shell",
  sh: "shell",
} as const;

export type ProgramLanguage = (typeof FENCES)[keyof typeof FENCES];

/** One fenced block of code: `fence` is the word behind its backticks. */
export interface CodeBlock {
  readonly fence: string;
  readonly code: string;
}

/** The code of one worked example: its blocks of one language, in their order, make one program. */
export interface Program {
  /** The concept's id. */
  readonly id: string;
  readonly language: ProgramLanguage;
  readonly blocks: readonly CodeBlock[];
  /** What the example says is printed or shown; every `text` block in its order. */
  readonly texts: readonly string[];
}

const EXAMPLE = "Worked example";

const isProgramFence = (fence: string): fence is keyof typeof FENCES => Object.hasOwn(FENCES, fence);

/** The programs of a concept's worked example, one per language; none where it is markup, style or figures only. The linter proves that the Chinese code is the same. */
export function programsOf(id: string, body: string): readonly Program[] {
  const section = sectionsOf(body, "en").find(({ name }) => name === EXAMPLE)?.text ?? "";
  const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, fence = "", code = ""]) => ({ fence, code }));
  const texts = blocks.flatMap(({ fence, code }) => (fence === "text" ? [code] : []));
  const byLanguage = new Map<ProgramLanguage, CodeBlock[]>();
  for (const block of blocks) {
    if (!isProgramFence(block.fence)) continue;
    const language = FENCES[block.fence];
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), block]);
  }
  return [...byLanguage].map(([language, ofLanguage]) => ({ id, language, blocks: ofLanguage, texts }));
}

/** All code of a program as one text. */
export const codeOf = (program: Program): string => program.blocks.map(({ code }) => code).join("\n");
