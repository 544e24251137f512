import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { GenerateRequest, type Problem } from "@wayfinder/protocol";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { refusedFields, wrongFields } from "./field.ts";
import { requestOf } from "./request.ts";

const TODAY = "2026-11-23";
const good: Draft = { ...EMPTY_DRAFT, goal: "  Learn SQL " };

test("WEB11 a good draft becomes a request the protocol takes, with nothing empty in it", () => {
  assert.deepEqual(wrongFields(good, TODAY), []);
  const request = requestOf(good, { language: "zh", timezone: "Asia/Shanghai", hasModel: true });
  assert.deepEqual(request, {
    goal: "Learn SQL",
    level: "beginner",
    hours_per_week: 6,
    language: "zh",
    review: false,
    source: "auto",
    timezone: "Asia/Shanghai",
  });
  assert.deepEqual(GenerateRequest.parse(request), request);
});

test("WEB11 the chosen language wins over the page's, and a deadline counts only when it is asked for", () => {
  const draft: Draft = { ...good, language: "en", deadline: "2027-01-01" };
  assert.equal(requestOf(draft, { language: "zh", timezone: undefined, hasModel: true }).language, "en");
  assert.equal(requestOf(draft, { language: "zh", timezone: undefined, hasModel: true }).deadline, undefined);
  assert.equal(
    requestOf({ ...draft, finish: "date" }, { language: "zh", timezone: undefined, hasModel: true }).deadline,
    "2027-01-01",
  );
});

test("WEB12 wrong fields are named in page order", () => {
  const wrong: Draft = {
    ...good,
    goal: " ",
    hours_per_week: null,
    known_skills: ["x".repeat(101)],
    finish: "date",
    deadline: TODAY,
  };
  assert.deepEqual(wrongFields(wrong, TODAY), ["goal", "known_skills", "hours_per_week", "deadline"]);
  assert.deepEqual(wrongFields({ ...good, hours_per_week: 169 }, TODAY), ["hours_per_week"]);
  assert.deepEqual(wrongFields({ ...good, finish: "date", deadline: "2026-11-24" }, TODAY), []);
});

const anyText = (most: number) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom("x".repeat(most), "x".repeat(most + 1), "\ud800", "\u0000", " "),
  );

test("WEB12 the page finds wrong just what the protocol refuses", () => {
  const drafts = fc.record({
    goal: anyText(2000),
    background: anyText(2000),
    motivation: anyText(2000),
    extra_context: anyText(4000),
    known_skills: fc.array(anyText(100), { maxLength: 3 }),
    hours_per_week: fc.oneof(fc.constantFrom(0, 0.5, 1, 168, 168.5), fc.double()),
  });
  fc.assert(
    fc.property(drafts, (part) => {
      const draft = { ...good, ...part };
      const issues =
        GenerateRequest.safeParse(requestOf(draft, { language: "en", timezone: undefined, hasModel: true })).error?.issues ?? [];
      assert.deepEqual(new Set(wrongFields(draft, TODAY)), new Set(issues.map(({ path }) => path[0])));
    }),
  );
});

test("WEB12 a refusal's fields are found by the first part of their path", () => {
  const problem: Problem = { type: "", title: "", status: 400, detail: "", code: "invalid_request" };
  const errors = [
    { path: "known_skills.3", message: "" },
    { path: "goal", message: "" },
    { path: "elsewhere", message: "" },
  ];
  assert.deepEqual(refusedFields({ ...problem, errors }), ["goal", "known_skills"]);
  assert.deepEqual(refusedFields(problem), []);
});

test("WEB76 the choice of a source counts only where there is one", () => {
  const page = { language: "en", timezone: undefined } as const;
  const draft: Draft = { ...EMPTY_DRAFT, source: "catalogue" };
  assert.equal(requestOf(draft, { ...page, hasModel: true }).source, "catalogue");
  assert.equal(requestOf(draft, { ...page, hasModel: false }).source, "auto");
});
