import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanItem, Roadmap, Week } from "@wayfinder/protocol";
import { STARTS_ON, roadmapOf, soundDraft } from "./draft.fixture.ts";
import { conceptsOf } from "./draft.ts";
import { lintRoadmap } from "./lint-roadmap.ts";
import type { PlanContext } from "./plan-context.ts";

/** Six concepts a … f of 2, 3, 2, 4, 5 and 1.5 hours at six hours a week, with a deadline that leaves room. */
const CONTEXT: PlanContext = { starts_on: STARTS_ON, deadline: "2026-03-01", known: [] };
const sound = (): Roadmap => roadmapOf(soundDraft(), CONTEXT);

const week = (roadmap: Roadmap, place: number) => roadmap.plan.weeks[place] as Week;
const item = (roadmap: Roadmap, inWeek: number, id: string) =>
  week(roadmap, inWeek).items.find((each) => each.concept_id === id) as PlanItem;

/** Takes an item out of its week and keeps the sums right. */
function take(roadmap: Roadmap, inWeek: number, id: string): void {
  const from = week(roadmap, inWeek);
  const gone = item(roadmap, inWeek, id);
  from.items = from.items.filter((each) => each !== gone);
  from.hours -= gone.hours;
  roadmap.plan.total_hours -= gone.hours;
}

/** Each fault planted into a sound plan, the rule it breaks and what the linter says of it. */
const FAULTS: [rule: string, fault: string, plant: (roadmap: Roadmap) => unknown, says: RegExp][] = [
  ["PR4", "a concept that is in no week", (roadmap) => take(roadmap, 2, "f"), /“Name f” has 0 of its 1.5 hours/],
  [
    "PR4",
    "a concept that gets half its hours",
    (roadmap) => (item(roadmap, 2, "f").hours = 0.75),
    /“Name f” has 0.75 of its 1.5 hours/,
  ],
  ["PR4", "a cut concept in a week", (roadmap) => (roadmap.plan.cut = ["f"]), /“Name f” is cut and still in a week/],
  ["PR4", "a cut concept that a kept one needs", (roadmap) => (roadmap.plan.cut = ["a"]), /“Name b” needs “a”, which is cut/],
  [
    "PR4",
    "a cut concept that does not exist",
    (roadmap) => (roadmap.plan.cut = ["gone"]),
    /names “gone”, which is not in the roadmap/,
  ],
  ["PR4", "an item of a concept that does not exist", (roadmap) => (item(roadmap, 2, "f").concept_id = "gone"), /names “gone”/],
  ["PR4", "a week above the hours given", (roadmap) => (week(roadmap, 1).hours = 6.5), /Week 2 has 6.5 of 6 hours/],
  ["PR4", "a week half empty while work remains", (roadmap) => (week(roadmap, 0).hours = 3), /Week 1 uses only 3 of 6 hours/],
  ["PR4", "a week whose items do not add up", (roadmap) => (item(roadmap, 0, "a").hours = 1), /items of week 1 do not add up/],
  [
    "PR4",
    "an empty week",
    (roadmap) => roadmap.plan.weeks.push({ week: 4, starts_on: "2026-01-26", hours: 0, items: [] }),
    /Week 4 is empty/,
  ],
  ["PR4", "an item without hours", (roadmap) => (item(roadmap, 0, "a").hours = 0), /Week 1 has an item without hours/],
  ["PR4", "weeks numbered wrongly", (roadmap) => (week(roadmap, 1).week = 7), /Week 2 is numbered 7/],
  ["PR4", "a total that is not the sum", (roadmap) => (roadmap.plan.total_hours += 1), /add up to 18 hours, not 19/],
  [
    "PR4",
    "weeks that offer far more than the work",
    (roadmap) => (roadmap.plan.hours_per_week = 9),
    /3 weeks offer 24 hours for 18 hours of work/,
  ],
  [
    "PR4",
    "a week that starts on the wrong day",
    (roadmap) => (week(roadmap, 1).starts_on = "2026-01-13"),
    /Week 2 starts on 2026-01-13, not on 2026-01-12/,
  ],
  ["PR4", "a week without its date", (roadmap) => delete week(roadmap, 1).starts_on, /Week 2 starts on undefined/],
  [
    "PR4",
    "an end on the wrong day",
    (roadmap) => (roadmap.plan.finishes_on = "2026-01-30"),
    /ends on 2026-01-25, not on 2026-01-30/,
  ],
  [
    "PR4",
    "a verdict that is too bad",
    (roadmap) => (roadmap.plan.verdict = "does_not_fit"),
    /verdict is does_not_fit where it must be fits/,
  ],
  [
    "PR4",
    "a verdict that is too careful",
    (roadmap) => (roadmap.plan.verdict = "tight"),
    /verdict is tight where it must be fits/,
  ],
  [
    "PR4",
    "an earliest finish without need",
    (roadmap) => (roadmap.plan.earliest_finish = "2026-01-25"),
    /earliest finish is not to be named/,
  ],
  [
    "PR4",
    "a review before learning is done",
    (roadmap) => week(roadmap, 0).items.push({ concept_id: "e", kind: "review", hours: 0.25 }),
    /Week 1 reviews “Name e” before/,
  ],
  [
    "PR1",
    "a concept that begins before what it needs",
    (roadmap) => week(roadmap, 0).items.reverse(),
    /“Name b” begins before “Name a” is finished/,
  ],
  ["PR1", "weeks in the wrong order", (roadmap) => roadmap.plan.weeks.reverse(), /begins before/],
  [
    "PR3",
    "a prerequisite that is nowhere",
    (roadmap) => conceptsOf(roadmap)[5]?.prerequisites.push({ concept_id: "gone", kind: "hard" }),
    /neither in the roadmap nor known/,
  ],
];

test("PR3 PR4 a sound plan has no findings", () => {
  assert.deepEqual(lintRoadmap(sound(), CONTEXT), []);
});

for (const [rule, fault, plant, says] of FAULTS)
  test(`${rule} the linter finds ${fault}`, () => {
    const roadmap = sound();
    plant(roadmap);
    const findings = lintRoadmap(roadmap, CONTEXT);
    assert.ok(
      findings.some((finding) => finding.rule === rule && says.test(finding.message)),
      JSON.stringify(findings),
    );
  });

test("PR3 the linter finds what is known and still planned as new", () => {
  const findings = lintRoadmap(sound(), { ...CONTEXT, known: ["a"] });
  assert.deepEqual(
    findings.map((finding) => [finding.rule, finding.ids]),
    [["PR3", ["a"]]],
  );
  assert.deepEqual(lintRoadmap(roadmapOf(soundDraft(), { ...CONTEXT, known: ["a"] }), { ...CONTEXT, known: ["a"] }), []);
});

test("PR3 a prerequisite in the background is not missing from the person, only from the roadmap", () => {
  const roadmap = sound();
  conceptsOf(roadmap)[0]?.prerequisites.push({ concept_id: "algebra", kind: "hard" });
  const rules = (context: PlanContext) => lintRoadmap(roadmap, context).map((finding) => finding.rule);
  assert.deepEqual(rules(CONTEXT), ["PR1", "PR3"]);
  assert.deepEqual(rules({ ...CONTEXT, background: ["algebra"] }), ["PR1"]);
});

test("PR4 the verdict follows the deadline: the day itself is tight, a day too late does not fit", () => {
  const rulesOn = (deadline: string | undefined, plan: Partial<Roadmap["plan"]>) => {
    const roadmap = roadmapOf(soundDraft());
    Object.assign(roadmap.plan, plan);
    return lintRoadmap(roadmap, { ...CONTEXT, deadline }).map((finding) => finding.message);
  };
  assert.deepEqual(rulesOn("2026-01-25", { verdict: "tight" }), []);
  assert.deepEqual(rulesOn("2026-01-27", { verdict: "tight" }), []);
  assert.deepEqual(rulesOn("2026-01-28", { verdict: "fits" }), []);
  assert.deepEqual(rulesOn("2026-01-24", { verdict: "does_not_fit", earliest_finish: "2026-01-25" }), []);
  assert.deepEqual(rulesOn("2026-01-24", { verdict: "does_not_fit" }), ["The earliest finish is 2026-01-25, not missing."]);
  assert.deepEqual(rulesOn(undefined, { verdict: "fits", cut: [] }), ["Concepts are cut without a deadline."]);
});
