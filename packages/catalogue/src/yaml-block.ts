import { type Document, LineCounter, parse, parseDocument, visit } from "yaml";
import { plainYaml } from "./plain-yaml.ts";
import type { ProblemLine } from "./problem-line.ts";

/** YAML text cut out of a file; `line` is the line of the file on which it begins. */
export interface YamlSource {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

/** The value, or `null` when it does not parse (the slow reader says where). Fast: this is what the start of the server waits for. */
export function yamlValue(source: YamlSource): unknown {
  try {
    return plainYaml(source.text) ?? parse(source.text, { uniqueKeys: true, logLevel: "error" });
  } catch {
    return null;
  }
}

export interface YamlBlock {
  readonly data: unknown;
  readonly problems: readonly ProblemLine[];
  /** The line of the file on which the value at this path stands. */
  readonly lineOf: (...path: readonly (string | number)[]) => number;
}

/** The value with its faults and the lines of its parts (L1). */
export function yamlBlock(source: YamlSource): YamlBlock {
  const counter = new LineCounter();
  const doc = parseDocument(source.text, { lineCounter: counter, uniqueKeys: true });
  const at = (offset: number) => source.line + counter.linePos(offset).line - 1;
  const problems: ProblemLine[] = [...doc.errors, ...doc.warnings].map((e) => ({
    path: source.path,
    line: at(e.pos[0]),
    rule: "L1",
    message: e.message.split("\n")[0] ?? e.message,
  }));
  const lineOf = (...path: readonly (string | number)[]): number => {
    const node: unknown = doc.getIn(path, true);
    return hasRange(node) ? at(node.range[0]) : source.line;
  };
  const data: unknown = doc.errors.length > 0 ? null : doc.toJS();
  for (const path of emptyPaths(data)) {
    const message = `"${path.at(-1)}" has no value; text with a comma inside { } must be quoted`;
    problems.push({ path: source.path, line: lineOf(...path.slice(0, -1)), rule: "L1", message });
  }
  for (const offset of commentsOf(doc))
    problems.push({
      path: source.path,
      line: at(offset),
      rule: "L1",
      message: 'YAML takes what follows " #" for a comment; quote the text',
    });
  for (const { read, offset } of changedScalars(doc))
    problems.push({
      path: source.path,
      line: at(offset),
      rule: "L1",
      message: `reads as ${read}; quote it to keep it as written`,
    });
  return { data, problems, lineOf };
}

/** Python's True and a version 1.10 are not what they were once YAML has read them. */
function changedScalars(doc: Document.Parsed): { read: string; offset: number }[] {
  const changed: { read: string; offset: number }[] = [];
  visit(doc, {
    Scalar(_, { value, source, range }) {
      const isChanged =
        (typeof value === "number" || typeof value === "boolean") && source !== undefined && String(value) !== source;
      if (isChanged) changed.push({ read: String(value), offset: range?.[0] ?? 0 });
    },
  });
  return changed;
}

/** Where text was cut at a `#`: these files have no comments. */
function commentsOf(doc: Document.Parsed): readonly number[] {
  const offsets: number[] = doc.comment || doc.commentBefore ? [0] : [];
  visit(doc, {
    Node(_, node) {
      if (node.comment || node.commentBefore) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** `{en: one, two, zh: 三}` is valid YAML and silently makes a key "two" without a value. */
function* emptyPaths(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (item === null) yield here;
    else yield* emptyPaths(item, here);
  }
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
