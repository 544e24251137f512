import assert from "node:assert/strict";
import { test } from "node:test";
import { concept, draftWith, moduleOf, soundDraft, stageOf } from "./draft.fixture.ts";
import { conceptsOf, type Draft } from "./draft.ts";
import { lintStructure } from "./lint-structure.ts";

const at = (draft: Draft, id: string) => conceptsOf(draft).find((each) => each.concept_id === id) as ReturnType<typeof concept>;
const stage = (draft: Draft, place: number) => draft.stages[place] as Draft["stages"][number];
const moduleAt = (draft: Draft, place: number, inside = 0) => stage(draft, place).modules[inside] as ReturnType<typeof moduleOf>;
const needs = (draft: Draft, id: string, need: string, kind: "hard" | "soft" = "hard"): number =>
  at(draft, id).prerequisites.push({ concept_id: need, kind });

/** Each fault planted into a sound draft, the rule it breaks and what the linter says of it. */
const FAULTS: [rule: string, fault: string, plant: (draft: Draft) => unknown, says: RegExp][] = [
  ["PR1", "a circle of hard edges", (draft) => needs(draft, "d", "f"), /in a circle: “Name d”, “Name e”, “Name f”/],
  ["PR1", "a circle of a hard and a soft edge", (draft) => needs(draft, "a", "b", "soft"), /in a circle: “Name a”, “Name b”/],
  ["PR1", "a concept that needs itself", (draft) => needs(draft, "a", "a"), /“Name a” needs itself/],
  ["PR1", "a hard edge to nothing", (draft) => needs(draft, "b", "gone"), /“Name b” needs “gone”, which is not/],
  ["PR1", "a soft edge to nothing", (draft) => needs(draft, "b", "gone", "soft"), /“Name b” needs “gone”, which is not/],
  ["PR1", "stages in the wrong order", (draft) => draft.stages.reverse(), /“Name e” stands before “Name d”/],
  ["PR1", "modules in the wrong order", (draft) => stage(draft, 0).modules.reverse(), /“Name c” stands before “Name a”/],
  ["PR1", "concepts in the wrong order", (draft) => moduleAt(draft, 0).concepts.reverse(), /“Name b” stands before “Name a”/],
  ["PR1", "stage numbers with a gap", (draft) => (stage(draft, 1).order = 3), /“Stage 2” has order 3, not 2/],
  [
    "PR1",
    "a concept that leads nowhere",
    (draft) => moduleAt(draft, 1).concepts.push(concept("x")),
    /“Name x” leads to no outcome/,
  ],
  ["PR1", "no outcome", (draft) => (draft.outcomes = []), /names no outcome/],
  [
    "PR1",
    "an outcome without concepts",
    (draft) => draft.outcomes.push({ id: "o2", text: "More", concept_ids: [] }),
    /No concept leads to “More”/,
  ],
  ["PR1", "an outcome of nothing", (draft) => draft.outcomes[0]?.concept_ids.push("gone"), /“Do it” names “gone”/],
  ["PR2", "an outcome naming a concept twice", (draft) => draft.outcomes[0]?.concept_ids.push("f"), /names a concept twice/],
  ["PR2", "a redundant hard edge", (draft) => needs(draft, "d", "a"), /“Name d” needs “Name a” already/],
  ["PR2", "a redundant soft edge", (draft) => needs(draft, "f", "d", "soft"), /“Name f” needs “Name d” already/],
  ["PR2", "a doubled edge", (draft) => needs(draft, "b", "a", "soft"), /“Name b” names “a” twice/],
  ["PR2", "two concepts of one name", (draft) => (at(draft, "e").name = "ＮＡＭＥ  A"), /Two concepts are called/],
  [
    "PR2",
    "two concepts of nearly one name",
    (draft) => (at(draft, "e").name = "The name (a)"),
    /“Name a” and “The name \(a\)” look like one/,
  ],
  ["PR2", "a stage without modules", (draft) => draft.stages.push(stageOf(3, [])), /Stage “Stage 3” is empty/],
  [
    "PR2",
    "a module without concepts",
    (draft) => stage(draft, 1).modules.push(moduleOf("m4", [])),
    /Module “Module m4” is empty/,
  ],
  [
    "PR2",
    "a roadmap of one concept",
    (draft) => (draft.stages = draftWith([stageOf(1, [moduleOf("m1", [concept("f")])])], []).stages),
    /at least two concepts, this has 1/,
  ],
  ["PR2", "no title", (draft) => (draft.title = " "), /has no title/],
  ["PR2", "a stage without name", (draft) => (stage(draft, 0).name = ""), /“s1” has no name/],
  ["PR2", "a module without description", (draft) => (moduleAt(draft, 0).description = "\n"), /“m1” has no description/],
  ["PR2", "a concept without name", (draft) => (at(draft, "c").name = ""), /“c” has no name/],
  ["PR2", "a concept without description", (draft) => (at(draft, "c").description = ""), /“c” has no description/],
  ["PR2", "an outcome without text", (draft) => Object.assign(draft.outcomes[0] ?? {}, { text: "" }), /“o1” has no text/],
  [
    "PR4",
    "low hours above likely ones",
    (draft) => (at(draft, "c").hours.low = 3),
    /hours of “Name c” are not sound: 3 \/ 2 \/ 4/,
  ],
  ["PR4", "likely hours above high ones", (draft) => (at(draft, "c").hours.high = 1.5), /hours of “Name c” are not sound/],
  ["PR4", "hours that are no number", (draft) => (at(draft, "c").hours.likely = Number.NaN), /hours of “Name c” are not sound/],
  ["PR4", "no hours", (draft) => (at(draft, "c").hours.low = 0), /hours of “Name c” are not sound/],
  ["PR4", "hours without end", (draft) => (at(draft, "c").hours.high = 1e6), /hours of “Name c” are not sound/],
  ["PR5", "an id that cannot stand in a URL", (draft) => (stage(draft, 0).stage_id = "a/b"), /“a\/b” cannot stand in a URL/],
  ["PR5", "an empty id", (draft) => (moduleAt(draft, 0).module_id = ""), /“” cannot stand in a URL/],
  ["PR5", "an id that two concepts have", (draft) => (at(draft, "e").concept_id = "f"), /“f” is used twice/],
  ["PR5", "an id that two modules have", (draft) => (moduleAt(draft, 1).module_id = "m1"), /“m1” is used twice/],
  [
    "PR5",
    "an id that two outcomes have",
    (draft) => draft.outcomes.push({ id: "o1", text: "More", concept_ids: ["f"] }),
    /“o1” is used twice/,
  ],
];

test("PR1 PR2 PR5 a sound draft has no findings, in either language", () => {
  assert.deepEqual(lintStructure(soundDraft()), []);
  assert.deepEqual(lintStructure(soundDraft("zh")), []);
});

for (const [rule, fault, plant, says] of FAULTS)
  test(`${rule} the linter finds ${fault}`, () => {
    const draft = soundDraft();
    plant(draft);
    const findings = lintStructure(draft);
    assert.ok(
      findings.some((finding) => finding.rule === rule && says.test(finding.message)),
      JSON.stringify(findings),
    );
  });

test("PR1 of concepts in a circle no edge is called redundant", () => {
  const draft = soundDraft();
  needs(draft, "d", "f");
  needs(draft, "f", "d");
  assert.deepEqual(
    lintStructure(draft).map((finding) => [finding.rule, ...finding.ids]),
    [
      ["PR1", "d", "e", "f"],
      ["PR1", "d", "f"],
    ],
  );
});

test("PR2 names that only look alike are different concepts", () => {
  const names = [
    "C",
    "C++",
    "C#",
    "A* search",
    "Search",
    "HTTP",
    "HTTPS",
    "HTTP headers",
    "https headers",
    "Vue 2",
    "Vue 3",
    "From data to model",
    "Data model",
  ];
  const concepts = names.map((name, place) => ({ ...concept(`c${place}`), name }));
  const draft = draftWith(
    [stageOf(1, [moduleOf("m1", concepts)])],
    concepts.map((each) => each.concept_id),
  );
  assert.deepEqual(lintStructure(draft), []);
});

test("PR2 names that say the same are found in Chinese too", () => {
  const pairs = [
    ["条件与循环", "循环与条件"],
    ["闭包的用法", "闭包用法"],
    ["Git 分支", "git分支"],
    ["Hooks in React", "React hook"],
    ["Node js", "Nodejs"],
  ];
  for (const [one, other] of pairs as [string, string][]) {
    const draft = soundDraft("zh");
    Object.assign(at(draft, "a"), { name: one });
    Object.assign(at(draft, "e"), { name: other });
    assert.deepEqual(
      lintStructure(draft).map((finding) => [finding.rule, finding.ids]),
      [["PR2", ["a", "e"]]],
      `${one} / ${other}`,
    );
  }
});
