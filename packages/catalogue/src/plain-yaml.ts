type Value = string | number | boolean | Value[] | { [key: string]: Value };

/** Thrown inside when a line is not of the plain form. */
const NOT_PLAIN = new Error("not plain YAML");

const fail = (): never => {
  throw NOT_PLAIN;
};

/**
 * Reads YAML of the plain form in which front matter is written: one key a line, lists of `- item`, flow collections on one line, no anchors, no
 * folding. `undefined` for anything else, for which there is the complete reader; where it answers, it answers the same. It is ten times as fast,
 * and the start of the server waits for it.
 */
export function plainYaml(text: string): unknown {
  try {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const { value, next } = readMapping(lines, 0, 0);
    return next === lines.length ? value : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

interface Read<T> {
  readonly value: T;
  /** The first line that does not belong to it. */
  readonly next: number;
}

const indentOf = (line: string | undefined): number => (line === undefined ? -1 : line.length - line.trimStart().length);

/** Entries `key: value` from a line on, all at one indent. */
function readMapping(lines: readonly string[], from: number, indent: number): Read<{ [key: string]: Value }> {
  const value: { [key: string]: Value } = {};
  let at = from;
  while (indentOf(lines[at]) === indent) {
    const entry = /^ *([A-Za-z_]\w*):(?: +(.*))?$/.exec(lines[at]?.trimEnd() ?? "");
    const key = entry?.[1] ?? fail();
    if (key in value) fail();
    const read: Read<Value> =
      entry?.[2] === undefined ? readBlock(lines, at + 1, indent) : { value: scalar(entry[2]), next: at + 1 };
    value[key] = read.value;
    at = read.next;
  }
  return at === from ? fail() : { value, next: at };
}

/** What stands below a key without a value: a list or a mapping, further in. */
function readBlock(lines: readonly string[], from: number, outer: number): Read<Value> {
  const indent = indentOf(lines[from]);
  if (indent <= outer) return fail();
  return isItem(lines[from], indent) ? readList(lines, from, indent) : readMapping(lines, from, indent);
}

const isItem = (line: string | undefined, indent: number): boolean =>
  indentOf(line) === indent && line?.startsWith("- ", indent) === true;

function readList(lines: readonly string[], from: number, indent: number): Read<Value[]> {
  const value: Value[] = [];
  let at = from;
  while (isItem(lines[at], indent)) {
    const item = (lines[at] ?? "").slice(indent + 2);
    if (/^[a-z]\w*:(?: |$)/.test(item)) {
      const inner = [...lines.slice(0, at), `${" ".repeat(indent + 2)}${item}`, ...lines.slice(at + 1)];
      const read = readMapping(inner, at, indent + 2);
      value.push(read.value);
      at = read.next;
    } else {
      value.push(scalar(item.trim()));
      at++;
    }
  }
  return { value, next: at };
}

/** A value on one line. */
function scalar(text: string): Value {
  const source = text.trim();
  if (!/^["'{[]/.test(source)) return plain(source);
  const { value, rest } = readFlow(source);
  return rest.trim() === "" ? value : fail();
}

interface Flow {
  readonly value: Value;
  readonly rest: string;
}

function readFlow(source: string): Flow {
  const text = source.trimStart();
  if (text.startsWith("[")) return readFlowList(text.slice(1));
  if (text.startsWith("{")) return readFlowMap(text.slice(1));
  const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(text);
  if (quoted) return { value: quoted[1] ?? quoted[2] ?? "", rest: text.slice(quoted[0].length) };
  const [bare] = /^[^,[\]{}]*/.exec(text) ?? [""];
  return { value: plain(bare.trim()), rest: text.slice(bare.length) };
}

function readFlowList(source: string): Flow {
  const value: Value[] = [];
  let rest = source.trimStart();
  while (!rest.startsWith("]")) {
    const item = readFlow(rest);
    value.push(item.value);
    rest = afterItem(item.rest, "]");
  }
  return { value, rest: rest.slice(1) };
}

function readFlowMap(source: string): Flow {
  const value: { [key: string]: Value } = {};
  let rest = source.trimStart();
  while (!rest.startsWith("}")) {
    const key = /^([A-Za-z_]\w*): +/.exec(rest);
    const name = key?.[1] ?? fail();
    if (name in value) fail();
    const item = readFlow(rest.slice(key?.[0].length));
    value[name] = item.value;
    rest = afterItem(item.rest, "}");
  }
  return { value, rest: rest.slice(1) };
}

/** What follows an item: a comma and another item, or the end. */
function afterItem(source: string, end: string): string {
  const rest = source.trimStart();
  if (rest.startsWith(end)) return rest;
  const next = rest.startsWith(",") ? rest.slice(1).trimStart() : fail();
  return next === "" || next.startsWith(end) ? fail() : next;
}

/** A word without quotes: text, a number in its usual form, true or false. What YAML might take for something else is left to it. */
function plain(text: string): Value {
  if (text === "true" || text === "false") return text === "true";
  if (/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  const isOdd =
    text === "" ||
    /^[-+.~\d!&*|>%@`"'?:,#=<[\]{}]/.test(text) ||
    /:(?:\s|$)|\s#/.test(text) ||
    /^(?:null|true|false|yes|no|on|off)$/i.test(text);
  // a date or a version begins with a digit and is still text
  return isOdd && !/^\d{4}-\d\d-\d\d$/.test(text) && !/^\d[\d.]*[^\d.\s:eExXoO_-][^:#]*$/.test(text) ? fail() : text;
}
