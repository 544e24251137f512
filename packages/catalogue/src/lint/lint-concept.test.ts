import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DATA_DIR } from "../load-catalogue.ts";
import { readMap } from "../map-file.ts";
import { lintConcept } from "./lint-concept.ts";

const PATH = "web-frontend/css-box-model.md";
const SOUND = readFileSync(join(DATA_DIR, PATH), "utf8");
const MAP = readMap(readFileSync(join(DATA_DIR, "MAP.md"), "utf8"));

/** A sound file with one passage changed; the passage must be there. */
function planted(passage: RegExp, by: string | ((...found: string[]) => string)): string {
  assert.match(SOUND, passage);
  return SOUND.replace(passage, by as string);
}

const rulesOf = (text: string, path = PATH) => lintConcept(path, text, MAP).problems.map((p) => p.rule);

test("CT1 a sound concept has no problem", () => {
  assert.deepEqual(lintConcept(PATH, SOUND, MAP).problems, []);
});

const FIRST_EXERCISE = /(?<=^## Exercise\n\n)[^\n]+/m;
const FIRST_WHY_ZH = /(?<=^## 为什么要学\n\n)[^\n]+/m;
const FIRST_WHY_EN = /(?<=^## Why it matters\n\n)/m;
const FIRST_KEY = /\n {6}right: true/;
const FIRST_EXPLANATION = /(?<=explain:\n {4}en: )[^\n]+/;

const PLANTS: readonly (readonly [rule: string, fault: string, text: string])[] = [
  ["L1", "no front matter", SOUND.slice(4)],
  ["L1", "an unknown key", planted(/^level:/m, "levle: beginner\nlevel:")],
  ["L1", "a missing key", planted(/^tags:.*\n/m, "")],
  ["L1", "a comma in a flow mapping", planted(/\{en: ([A-Z]\w+) (\w+)/, (_, a, b) => `{en: ${a}, ${b}`)],
  ["L1", "YAML that does not parse", planted(/^title: \{/m, "title: {{")],
  ["L1", "a word that YAML would change", planted(/both: 212 px/, "both: True")],
  [
    "L1",
    "a text that YAML cuts at a hash",
    planted(FIRST_EXPLANATION, "The margin # lies outside the border and is not counted here."),
  ],
  ["L1", "an option that YAML cuts at a hash", planted(/both: 212 px/, "both: 212 px # wide")],
  ["L6", "an unpaired backtick in a quiz", planted(FIRST_EXPLANATION, "The `margin lies outside the border and is not counted.")],
  ["L6", "an unpaired backtick in an option", planted(/both: 212 px/, "both: 212 px` wide")],
  ["L2", "an id with capitals", planted(/^id: css-box-model/m, "id: CSS_Box")],
  ["L2", "an id other than the file name", planted(/^id: css-box-model/m, "id: css-box")],
  ["L3", "a title without Chinese", planted(/^(title: \{en: [^,}]+), zh: [^}]+\}/m, (_, en) => `${en}}`)],
  ["L3", "two aliases", planted(/^( {2}en: \[[^,\]]+, [^,\]]+),[^\]]*\]/m, (_, two) => `${two}]`)],
  ["L4", "a Chinese section in English", planted(FIRST_WHY_ZH, "Every element on a page is a rectangle 矩形。")],
  ["L5", "a section that is too short", planted(FIRST_EXERCISE, "Make a page.")],
  ["L5", "a list that is too short", planted(/(?<=^## Key points\n\n(?:- [^\n]+\n){3})(?:- [^\n]+\n)+/m, "")],
  ["L6", "a heading of its own", planted(/^## Common mistakes/m, "## Pitfalls")],
  ["L6", "raw HTML", planted(FIRST_WHY_EN, "<b>Bold</b> words. ")],
  ["L6", "an unpaired backtick", planted(FIRST_WHY_EN, "A `word. ")],
  ["L6", "a fence without a language", planted(/^```css$/m, "```")],
  ["L6", "a fence that is not closed", planted(/^```$/m, "")],
  ["L7", "code that differs between the languages", planted(/width: 300px;/, "width: 301px;")],
  ["L8", "hours out of proportion", planted(/high: 4\}/, "high: 40}")],
  ["L8", "an unknown level", planted(/^level: beginner/m, "level: novice")],
  ["L8", "hours that are not in quarters", planted(/likely: 2\.5/, "likely: 2.4")],
  ["L8", "a value of six", planted(/^value: \d/m, "value: 6")],
  ["L9", "a verb nobody can observe", planted(/(?<=id: o1\n {4}en: )\w+/, "Understand")],
  ["L9", "two outcomes", planted(/(?: {2}- id: o[3-6]\n {4}en: [^\n]+\n {4}zh: [^\n]+\n)+(?=requires)/, "")],
  ["L10", "a host that is not listed", planted(/https:\/\/www\.w3\.org\/TR/, "https://www.w3.org.example.com/TR")],
  ["L10", "no Chinese resource", planted(/^.*lang: zh.*\n/gm, "")],
  ["L10", "no check date", planted(/^checked: \{on: [^,]+,/m, "checked: {on: soon,")],
  ["L11", "talking down", planted(FIRST_WHY_EN, "Obviously, ")],
  ["L11", "American spelling", planted(FIRST_WHY_EN, "Its behavior matters. ")],
  ["L12", "half-width punctuation", planted(FIRST_WHY_ZH, (text) => text.replace("。", ","))],
  ["L12", "no space between scripts", planted(FIRST_WHY_ZH, (text) => `元素box模型。${text}`)],
  ["L13", "a type that is not known", planted(/type: true-false/, "type: essay")],
  ["L13", "no quiz", planted(/^# Quiz[\s\S]*/m, "# Quiz\n")],
  ["L13", "an explanation that explains nothing", planted(FIRST_EXPLANATION, "It is so.")],
  ["L14", "two keys in a single choice", planted(/(?<=both: 212 px)/, "\n      right: true")],
  ["L14", "no key", planted(FIRST_KEY, "\n      misconception: {en: A wrong belief, zh: 错误的想法}")],
  ["L14", "a statement that is neither true nor false", planted(/answer: (?:true|false)/, "answer: perhaps")],
  ["L15", "two options that read the same", planted(/both: 212 px/, "both: 200  px")],
  ["L15", "a distractor without its misconception", planted(/(both: 212 px)\n {6}misconception: [^\n]+/, (_, option) => option)],
  [
    "L16",
    "a key that is much the longest",
    planted(/(?<=border-box` on the sidebar)(?=")/, ", so that the declared width holds padding and border and nothing moves"),
  ],
  ["L17", "all of the above", planted(/both: 240 px/, "en: All of the above\n      zh: 以上都对")],
  ["L18", "a negative stem", planted(/How far is it from/, "Which is NOT the distance from")],
  ["L19", "an outcome without an item", planted(/tests: \[o2\]/, "tests: [o1]")],
  ["L19", "an item that tests nothing known", planted(/tests: \[o1\]/, "tests: [o9]")],
  ["L24", "hours other than the map's", planted(/likely: 2\.5/, "likely: 2.25")],
  ["L24", "prerequisites other than the map's", planted(/id: css-cascade, kind: hard/, "id: html-structure, kind: hard")],
];

for (const [rule, fault, text] of PLANTS)
  test(`CT1 ${rule} catches ${fault}`, () => {
    assert.ok(rulesOf(text).includes(rule), `found ${rulesOf(text).join(", ") || "nothing"}`);
  });

test("CT1 a problem of a quiz names the line of its item", () => {
  const text = planted(/both: 240 px/, "en: All of the above\n      zh: 以上都对");
  const item = text.slice(0, text.indexOf("All of the above")).lastIndexOf("\n- id: ") + 1;
  const problem = lintConcept(PATH, text, MAP).problems.find((p) => p.rule === "L17");
  assert.deepEqual([problem?.path, problem?.line], [PATH, text.slice(0, item).split("\n").length]);
});
