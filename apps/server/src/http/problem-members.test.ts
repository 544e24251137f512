import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelTest, Problem } from "@wayfinder/protocol";
import { GOAL, Person, useServer } from "../server.fixture.ts";

const { base } = useServer();
const HAN = /[\u4e00-\u9fff]/;

test("MS6 a refusal tells a developer in English, and a page by code, rule, bound and names in which it words it itself", async () => {
  const person = new Person(base);
  const ask = async (part: object) =>
    (await person.post<Problem>("/api/v1/roadmaps/generate", { ...GOAL, language: "zh", ...part })).body;
  const long = await ask({ goal: "学".repeat(2001) });
  assert.deepEqual([long.code, long.errors?.[0]?.rule, long.errors?.[0]?.limit], ["invalid_request", "too_long", 2000]);
  const foreign = await ask({ goal: "学会酿造葡萄酒" });
  assert.deepEqual([foreign.code, foreign.errors?.[0]?.rule], ["goal_not_covered", "not_covered"]);
  assert.ok(Array.isArray(foreign.nearest));
  for (const { detail, errors = [] } of [long, foreign]) {
    const titles = (foreign.nearest ?? []).map(({ title }) => title).join(", ");
    assert.doesNotMatch(detail.replace(titles, ""), HAN);
    for (const { message } of errors) assert.doesNotMatch(message, HAN);
  }
});

test("PL9 a model test that fails says why as data", async () => {
  const { body } = await new Person(base).post<ModelTest>("/api/v1/settings/model/test");
  assert.deepEqual([body.ok, body.failure], [false, "no_model"]);
});
