import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ContentPreference, Language, Level } from "@wayfinder/protocol";
import { type Draft, draftAfterSubmit, EMPTY_DRAFT, LANGUAGES, LEVELS, parseDraft, WAYS } from "./draft.ts";

const typed: Draft = {
  ...EMPTY_DRAFT,
  goal: "Build a front end",
  level: "advanced",
  known_skills: ["Git", "HTML"],
  hours_per_week: null,
  finish: "date",
  deadline: "2027-01-01",
  language: "zh",
  content_preferences: ["hands_on"],
  review: true,
  source: "catalogue",
};

test("WEB8 a draft comes back as it was kept", () => {
  assert.deepEqual(parseDraft(JSON.stringify(typed)), typed);
});

test("WEB8 anything else in its place gives a whole draft and never throws", () => {
  assert.deepEqual(parseDraft(null), EMPTY_DRAFT);
  assert.deepEqual(parseDraft("{"), EMPTY_DRAFT);
  assert.deepEqual(parseDraft('{"level":"wizard","known_skills":[1,"Git"],"language":"fr"}'), {
    ...EMPTY_DRAFT,
    known_skills: ["Git"],
  });
  fc.assert(
    fc.property(fc.json(), (json) => {
      assert.deepEqual(Object.keys(parseDraft(json)), Object.keys(EMPTY_DRAFT));
    }),
  );
});

test("WEB8 after a goal was taken the person's own answers stay and the goal goes", () => {
  const next = draftAfterSubmit(typed);
  assert.equal(next.goal, "");
  assert.equal(next.finish, "open");
  assert.deepEqual(next.known_skills, ["Git", "HTML"]);
  assert.equal(next.review, true);
});

test("WEB11 the form offers every level, language and way the protocol knows", () => {
  assert.deepEqual([...LEVELS].sort(), [...Level.options].sort());
  assert.deepEqual([...LANGUAGES].sort(), [...Language.options].sort());
  assert.deepEqual([...WAYS].sort(), [...ContentPreference.options].sort());
});
