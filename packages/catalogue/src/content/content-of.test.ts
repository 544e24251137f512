import assert from "node:assert/strict";
import { test } from "node:test";
import { Language, QuizItem, Resource } from "@wayfinder/protocol";
import { HEADINGS } from "../concept-body.ts";
import { loadCatalogue, makeCatalogue } from "../load-catalogue.ts";
import { contentOf } from "./content-of.ts";

const CATALOGUE = loadCatalogue();
const contents = () =>
  [...CATALOGUE.concepts.keys()].flatMap((id) =>
    Language.options.map((language) => ({ id, language, ...contentOf(CATALOGUE, id, language) })),
  );

test("CT1 every published concept has a tutorial in both languages: six sections, without its title", () => {
  for (const { id, language, tutorial } of contents()) {
    const headings = [...tutorial.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^(#+) (.+)$/gm)].map((m) => [m[1], m[2]]);
    const [, ...names] = HEADINGS[language];
    assert.deepEqual(
      headings,
      names.map((name) => ["##", name]),
      `${id} ${language}`,
    );
    assert.equal(/\p{Script=Han}/u.test(tutorial.slice(0, 60)), language === "zh", `${id} ${language}`);
  }
});

test("CT1 PR10 every resource is what the protocol says, with the day it was checked, the learner's language first", () => {
  for (const { id, language, resources } of contents()) {
    assert.ok(resources.length >= (language === "zh" ? 2 : 1), id);
    assert.equal(resources[0]?.language, language, id);
    assert.ok(language === "zh" || resources.every((r) => r.language === "en"), id);
    for (const resource of resources) {
      assert.deepEqual(Resource.parse(resource), resource);
      assert.match(resource.checked_on ?? "", /^\d{4}-\d\d-\d\d$/, id);
    }
  }
});

test("PR11 every quiz has three items or more, with valid keys, distinct options and an explanation", () => {
  for (const { id, language, quiz } of contents()) {
    const where = `${id} ${language}`;
    assert.ok(quiz.length >= 3, where);
    assert.equal(new Set(quiz.map((q) => q.item_id)).size, quiz.length, where);
    for (const item of quiz) {
      const place = `${where} ${item.item_id}`;
      assert.deepEqual(QuizItem.parse(item), item, place);
      assert.ok(item.question && item.explanation, place);
      assert.equal(new Set(item.options).size, item.options.length, place);
      assert.ok(
        item.options.every((o) => o !== ""),
        place,
      );
      assert.ok(
        item.right.every((at) => at < item.options.length),
        place,
      );
      assert.equal(new Set(item.right).size, item.right.length, place);
      if (item.type === "multiple") assert.ok(item.right.length >= 2 && item.right.length < item.options.length, place);
      else assert.equal(item.right.length, 1, place);
      const wrong = item.options.map((_, at) => !item.right.includes(at));
      assert.deepEqual(
        item.misconceptions.map((m) => m !== null && m !== ""),
        wrong,
        place,
      );
    }
  }
});

test("PR11 a quiz has the same keys in both languages", () => {
  for (const id of CATALOGUE.concepts.keys()) {
    const [en, zh] = Language.options.map((language) =>
      contentOf(CATALOGUE, id, language).quiz.map((q) => [q.item_id, q.type, q.right, q.tests]),
    );
    assert.deepEqual(en, zh, id);
  }
});

test("PR11 over the catalogue the key is not at one place, and not the longest option", () => {
  const single = contents()
    .flatMap((c) => c.quiz)
    .filter((q) => q.type === "single");
  const places = Map.groupBy(single, (q) => q.right[0] ?? -1);
  for (const [at, items] of places)
    assert.ok(items.length <= single.length * 0.4, `place ${at} holds ${items.length} of ${single.length}`);
  const longest = single.filter((q) =>
    q.options.every((o, at) => q.right.includes(at) || o.length < (q.options[q.right[0] ?? 0]?.length ?? 0)),
  );
  assert.ok(longest.length <= single.length * 0.4, `longest in ${longest.length} of ${single.length}`);
});

test("PR11 true and false are words of the learner's language", () => {
  const options = (language: Language) =>
    new Set(
      contents()
        .filter((c) => c.language === language)
        .flatMap((c) => c.quiz.filter((q) => q.type === "true-false").map((q) => q.options.join("/"))),
    );
  assert.deepEqual(options("en"), new Set(["True/False"]));
  assert.deepEqual(options("zh"), new Set(["对/错"]));
});

test("CT1 an id that is not published is an error", () => {
  assert.throws(() => contentOf(CATALOGUE, "no-such-concept", "en"), /no published concept "no-such-concept"/);
});

const [SAMPLE] = CATALOGUE.concepts.values();

for (const [fault, from, to, message] of [
  ["YAML that does not parse", "- id: q1", "- id: {{", /: ?\d+ L1 |:\d+ L1 /],
  ["an unknown type", "type: single", "type: essay", /:\d+ L13 type "essay" is not known/],
  ["no key", /right: true/g, "right: false", /:\d+ L14 q\d has no right answer/],
] as const)
  test(`CT1 a quiz with ${fault} fails with path and line`, () => {
    assert.ok(SAMPLE);
    const broken = { ...SAMPLE, hard: [], body: SAMPLE.body.replace(from, to) };
    assert.notEqual(broken.body, SAMPLE.body);
    const catalogue = makeCatalogue(CATALOGUE.map, new Map([[SAMPLE.id, broken]]));
    assert.throws(() => contentOf(catalogue, SAMPLE.id, "en"), { name: "CatalogueFileError", message });
  });
