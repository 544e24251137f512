import type { Program } from "./program.ts";

/** A file of a program: its path in the program's folder and its text. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = { js: "js", jsx: "jsx", ts: "ts", tsx: "tsx", python: "py" };

/**
 * The files of a program, the one that is started last. A block is named by a comment in its first line, the last one
 * else by the compiler's messages in the printed output, any other by the module that a later block imports.
 */
export function filesOf(program: Program): readonly ProgramFile[] {
  const { blocks } = program;
  return blocks.map(({ fence, code }, i) => {
    const isLast = i === blocks.length - 1;
    const stem = isLast ? lastStem(program) : importedBy(blocks.slice(i + 1).map((block) => block.code));
    const path = /^\/\/ ([\w./-]+)\n/.exec(code)?.[1] ?? `${stem}.${EXTENSIONS[fence] ?? fence}`;
    return { path, text: code };
  });
}

const lastStem = ({ texts }: Program): string => /^([\w-]+)\.tsx?\(\d+,\d+\)/m.exec(texts.join("\n"))?.[1] ?? "main";

const importedBy = (codes: readonly string[]): string =>
  /from ['"]\.\/([\w-]+)\.\w+['"]|^from (\w+) import/m.exec(codes.join("\n"))?.slice(1).find(Boolean) ?? "part";
