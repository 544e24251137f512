import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { actionAfterClose, CLOSE, type CloseAction } from "./close-code.ts";
import { EventBody } from "./event.ts";
import { ClientMessage, ControlMessage } from "./message.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SPEC = readFileSync(join(import.meta.dirname, "../SPEC.md"), "utf8");

interface Rule {
  readonly number: string;
  readonly state: string;
  readonly text: string;
}

const RULE = /^\*\*([A-Z]{2}\d*)\*\* \((implemented|partly|planned)\) /;
const RULES: readonly Rule[] = SPEC.split("\n\n").flatMap((text) => {
  const [, number, state] = RULE.exec(text) ?? [];
  return number === undefined || state === undefined ? [] : [{ number, state, text }];
});

interface Title {
  readonly file: string;
  readonly text: string;
  /** The numbers it begins with. */
  readonly numbers: readonly string[];
}

/** The titles of all tests in the files of a pattern. */
const titlesIn = (pattern: string): Title[] =>
  globSync(pattern, { cwd: ROOT, exclude: (name) => name.endsWith("node_modules") }).flatMap((file) =>
    [...readFileSync(join(ROOT, file), "utf8").matchAll(/\b(?:test|it)\(\s*(["'`])(.*?)\1/gs)].map(([, , text = ""]) => ({
      file,
      text,
      numbers: (/^(?:[A-Z]{2}\d*[ ,]+)+/.exec(text)?.[0] ?? "").split(/[ ,]+/).filter((number) => number !== ""),
    })),
  );

/** Rows of the tables whose header begins with `first`, as cells without code marks. */
const rowsUnder = (first: string): string[][] =>
  SPEC.split("\n\n")
    .filter((block) => block.startsWith(`| ${first} |`))
    .flatMap((block) => block.split("\n").slice(2))
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
    .map((cells) => cells.slice(1, -1));

test("CC the rules of SPEC.md are numbered without gap or repetition, and say what is missing where something is", () => {
  const numbers = RULES.map(({ number }) => number);
  assert.deepEqual(numbers, [...new Set(numbers)]);
  for (const family of ["LG", "HS", "MS", "SD", "CL"]) {
    const own = numbers.filter((number) => number.startsWith(family));
    assert.deepEqual(
      own,
      own.map((_, at) => `${family}${at + 1}`),
    );
    assert.ok(own.length > 5, family);
  }
  for (const { number, state, text } of RULES) assert.equal(text.includes("**Not yet:**"), state !== "implemented", number);
});

test("CC every rule of SPEC.md that is not only planned has a test", () => {
  const proved = new Set(
    titlesIn("{packages/{protocol,engine,store,client,react},apps/server,e2e}/**/*.{test,contract}.ts").flatMap((t) => t.numbers),
  );
  const untested = RULES.filter(({ number, state }) => state !== "planned" && !proved.has(number));
  assert.deepEqual(
    untested.map(({ number }) => number),
    [],
  );
});

test("CC every test of the client and of the server's channel names a rule of SPEC.md", () => {
  const known = new Set(RULES.map(({ number }) => number));
  const titles = titlesIn("{packages/client,apps/server/src/{realtime,api}}/**/*.test.ts");
  assert.ok(titles.length > 50);
  const stray = titles.filter(({ numbers }) => numbers.length === 0 || numbers.some((number) => !known.has(number)));
  assert.deepEqual(
    stray.map(({ file, text }) => `${file}: ${text}`),
    [],
  );
});

const WORDS: Readonly<Record<CloseAction, RegExp>> = {
  stop: /^stops$/,
  backoff: /^backs off/,
  retry: /^retries once/,
  refresh: /^refreshes once/,
  probe: /^probes$/,
  finished: /^is done, if it has the final event; else it backs off$/,
};

test("CC the close codes of SPEC.md are those of the code, and the client does with each what it says", () => {
  const rows = rowsUnder("Code");
  const table = new Map(rows.map(([code, meaning, action]) => [code, { meaning, action }]));
  for (const { code, reason } of Object.values(CLOSE)) assert.equal(table.get(String(code))?.meaning, reason);
  let checked = 0;
  for (const [codes = "", , says = ""] of rows)
    for (const code of codes.split(/[,–]/).map(Number)) {
      assert.match(says, WORDS[actionAfterClose(code)], String(code));
      checked += 1;
    }
  assert.ok(checked > Object.keys(CLOSE).length);
});

test("MS3 SPEC.md lists every message and event of the schemas with its fields, and no other", () => {
  const header = ["type", "task_id"];
  const fieldsOf = (shape: object): string[] => Object.keys(shape).filter((key) => !header.includes(key) && key !== "final");
  const told = (cell = ""): string[] => [...cell.replaceAll(/\(.*?\)/g, "").matchAll(/\w+/g)].map(([name]) => name);
  const listed = (options: readonly { shape: { type: { value: string } } }[]) =>
    options.map(({ shape }): [string, string[]] => [shape.type.value, fieldsOf(shape).sort()]);
  const messages = rowsUnder("Message").filter(([type]) => type !== "*event*");
  assert.deepEqual(
    new Map(messages.map(([type = "", , fields]) => [type, told(fields).sort()])),
    new Map([...listed(ControlMessage.options), ...listed(ClientMessage.options)]),
  );
  const events = rowsUnder("Event");
  assert.deepEqual(new Map(events.map(([type = "", fields]) => [type, told(fields).sort()])), new Map(listed(EventBody.options)));
  const final = EventBody.options.filter(({ shape }) => "final" in shape).map(({ shape }) => shape.type.value);
  assert.deepEqual(
    events.filter(([, , yes]) => yes === "yes").map(([type]) => type),
    final,
  );
});
