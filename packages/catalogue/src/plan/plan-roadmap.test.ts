import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal, Level } from "@wayfinder/protocol";
import { Intent, Roadmap } from "@wayfinder/protocol";
import { assembleRoadmap, conceptsOf, hardOf, lintRoadmap } from "@wayfinder/roadmap";
import type { Catalogue } from "../catalogue.ts";
import { closureOf } from "../closure.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { completedCatalogue } from "../synthetic-catalogue.ts";
import { analyseGoal } from "./analyse-goal.ts";
import { designCurriculum } from "./design-curriculum.ts";
import { planDraft } from "./plan-draft.ts";
import { type CatalogueResult, planRoadmap } from "./plan-roadmap.ts";

const REAL = loadCatalogue();
const WHOLE = completedCatalogue(REAL);

const goalOf = (goal: Partial<Goal>): Goal => ({
  goal: "learn javascript",
  level: "beginner",
  hours_per_week: 6,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
  ...goal,
});

type Planned = Extract<CatalogueResult, { ok: true }>;

function plan(catalogue: Catalogue, goal: Partial<Goal>): Planned {
  const result = planRoadmap(catalogue, goalOf(goal));
  assert.ok(result.ok, `${goal.goal} is refused`);
  return result;
}

const roadmapOf = ({ draft, plan: weeks }: Planned): Roadmap =>
  assembleRoadmap({ draft, plan: weeks, roadmap_id: "r1", version: 1 });

const LEVELS: readonly Level[] = ["beginner", "intermediate", "advanced"];
const HOURS = [1, 3, 6, 10, 20, 40, 168];
const DEADLINES = [undefined, "2026-12-20", "2027-06-01", "2036-01-01"];
const SKILLS = [[], ["Git", "HTML"], ["Python", "做饭"]];
/** More than the goals of the map: single concepts, several goals at once, both languages. */
const OTHERS = ["闭包", "html, css and javascript", "learn html", "Finding your way in the shell", "linux, python and react"];

/** Every goal with every number of hours; levels, skills and deadlines take turns at different paces, so that all of them meet. */
function* grid(catalogue: Catalogue): Generator<Goal> {
  const goals = [...catalogue.map.goals.flatMap((g) => [g.aliases.en[0] ?? "", g.aliases.zh[0] ?? ""]), ...OTHERS];
  let turn = 0;
  for (const goal of goals)
    for (const hours_per_week of HOURS) {
      const level = LEVELS[turn % LEVELS.length] ?? "beginner";
      const known_skills = SKILLS[Math.floor(turn / LEVELS.length) % SKILLS.length] ?? [];
      const deadline = DEADLINES[turn % DEADLINES.length];
      turn += 1;
      yield goalOf({
        goal,
        hours_per_week,
        level,
        known_skills,
        language: turn % 2 ? "en" : "zh",
        ...(deadline ? { deadline } : {}),
      });
    }
}

test("CT3 PR1 PR2 PR3 PR4 every plan of a grid of goals passes the linter without a finding", () => {
  let planned = 0;
  for (const catalogue of [REAL, WHOLE])
    for (const goal of grid(catalogue)) {
      const result = planRoadmap(catalogue, goal);
      if (!result.ok) continue;
      planned += 1;
      const { starts_on, deadline } = goal;
      const known = result.intent.known.map((k) => k.id);
      assert.deepEqual(lintRoadmap(roadmapOf(result), { starts_on, deadline, known }), [], JSON.stringify(goal));
    }
  assert.ok(planned >= 300, `only ${planned} combinations were planned`);
});

test("CT4 intent and roadmap are what the protocol says they are", () => {
  for (const { aliases } of WHOLE.map.goals)
    for (const language of ["en", "zh"] as const) {
      const result = plan(WHOLE, {
        goal: aliases[language][0] ?? "",
        language,
        known_skills: ["HTML", "做饭"],
        background: "Nurse",
      });
      assert.deepEqual(Intent.parse(result.intent), result.intent);
      assert.deepEqual(Roadmap.parse(roadmapOf(result)), roadmapOf(result));
    }
});

test("CT3 a roadmap holds the hard prerequisites of its targets, without the known, and nothing else", () => {
  for (const { id, aliases } of WHOLE.map.goals) {
    const { draft, targets, intent } = plan(WHOLE, { goal: aliases.en[0] ?? "", known_skills: ["HTML"] });
    const wanted = closureOf(WHOLE.concepts, targets);
    for (const { id: known } of intent.known) wanted.delete(known);
    assert.deepEqual(
      conceptsOf(draft)
        .map((c) => c.concept_id)
        .toSorted(),
      [...wanted].toSorted(),
      id,
    );
  }
});

test("PR3 nothing known is scheduled, and what is known is named", () => {
  const { draft, intent } = plan(WHOLE, { goal: "learn react", known_skills: ["JavaScript", "做饭"] });
  const ids = conceptsOf(draft).map((c) => c.concept_id);
  assert.ok(intent.known.length > 0);
  for (const { id } of intent.known) assert.ok(!ids.includes(id));
  for (const c of conceptsOf(draft)) for (const need of hardOf(c)) assert.ok(ids.includes(need), `${c.concept_id}: ${need}`);
  assert.ok(intent.assumptions.some((a) => a.includes("“做饭”")));
});

test("PR3 a goal that is known in full is refused as such, with what comes after it", () => {
  const result = planRoadmap(WHOLE, goalOf({ goal: "git branches", known_skills: ["Git"] }));
  assert.ok(!result.ok);
  assert.equal(result.reason, "nothing_left");
  assert.ok(result.nearest.length > 0);
});

test("PR2 no roadmap of one concept: what builds on it is added, and told", () => {
  for (const concept of REAL.concepts.values()) {
    const result = planRoadmap(REAL, goalOf({ goal: REAL.index.titles.get(concept.id)?.en ?? "" }));
    if (!result.ok) continue; // a root on which nothing stands yet
    assert.ok(conceptsOf(result.draft).length >= 2, concept.id);
  }
  const { intent, draft } = plan(WHOLE, { goal: "Finding your way in the shell" });
  assert.deepEqual(
    conceptsOf(draft).map((c) => c.concept_id),
    ["linux-shell-basics", "linux-text-files"],
  );
  assert.ok(intent.assumptions.some((a) => a.includes("Viewing, searching and editing text")));
});

test("CT3 two to six stages, and modules of one topic that are not too long", () => {
  for (const { aliases } of WHOLE.map.goals) {
    const { draft } = plan(WHOLE, { goal: aliases.en[0] ?? "" });
    assert.ok(draft.stages.length >= 2 && draft.stages.length <= 6, draft.title);
    for (const module of draft.stages.flatMap((s) => s.modules)) {
      assert.ok(module.concepts.length <= 8, module.module_id);
      const topics = new Set(module.concepts.map((c) => WHOLE.concepts.get(c.concept_id)?.module));
      assert.equal(topics.size, 1, module.module_id);
    }
    const ids = draft.stages.flatMap((s) => s.modules.map((m) => m.module_id));
    assert.equal(new Set(ids).size, ids.length);
    const names = draft.stages.map((s) => s.name);
    assert.equal(new Set(names).size, names.length, names.join(" | "));
  }
});

test("CT3 what another topic needs comes just before it: the shell and Git before the first project, after the layout", () => {
  const { draft } = plan(WHOLE, { goal: "become a frontend developer" });
  const order = conceptsOf(draft).map((c) => c.concept_id);
  const at = (id: string) => order.indexOf(id);
  assert.ok(at("css-responsive") < at("linux-shell-basics"));
  assert.ok(at("git-commits") < at("web-project-page"));
  assert.ok(at("web-project-page") < at("js-values"));
});

test("CT3 names and texts are in the learner's language", () => {
  const isHan = /\p{Script=Han}/u;
  const { draft, intent } = plan(WHOLE, { goal: "learn git", language: "zh", level: "advanced" });
  const texts = [intent.profile_summary, ...intent.assumptions, ...intent.suggestions, ...draft.outcomes.map((o) => o.text)];
  for (const text of [...texts, ...draft.stages.map((s) => s.description)]) assert.match(text, isHan);
  const english = plan(WHOLE, { goal: "学 git" });
  assert.doesNotMatch(JSON.stringify({ ...english.draft, goal: "" }), isHan);
  assert.doesNotMatch(JSON.stringify(english.intent), isHan);
});

test("CT3 suggestions answer how the learner likes to learn and what the background speaks of, in words and without guessing", () => {
  const goal = { goal: "learn react", background: "I made pages with HTML", content_preferences: ["audio", "hands_on"] as const };
  const { intent } = plan(WHOLE, { ...goal, content_preferences: [...goal.content_preferences] });
  const all = intent.suggestions.join("\n");
  assert.match(all, /no audio/);
  assert.match(all, /try each exercise first/);
  assert.match(all, /add to your skills.*Documents and semantic elements/);
  assert.deepEqual(intent.known, []);
});

test("CT2 CT3 gaps are told: what is not written, what is not covered", () => {
  const { coverage, intent } = plan(WHOLE, { goal: "React and Vue" });
  assert.deepEqual(coverage.missing, ["Vue"]);
  assert.ok(intent.assumptions.some((a) => a.includes("“Vue”")));
  for (const { aliases } of REAL.map.goals) {
    const result = planRoadmap(REAL, goalOf({ goal: aliases.en[0] ?? "" }));
    if (!result.ok || result.coverage.missing.length === 0) continue;
    assert.ok(
      result.intent.assumptions.some((a) => a.includes(result.coverage.missing[0] ?? "")),
      result.intent.parsed_goal,
    );
  }
});

test("PR4 a near deadline cuts optional concepts, least value per hour first, and leaves the core and a target", () => {
  const free = plan(WHOLE, { goal: "become a frontend developer", hours_per_week: 10 });
  const tight = plan(WHOLE, { goal: "become a frontend developer", hours_per_week: 10, deadline: "2027-05-01" });
  const cut = tight.plan.cut ?? [];
  assert.ok(cut.length > 0);
  assert.deepEqual(tight.draft, free.draft);
  for (const id of cut) assert.ok((WHOLE.concepts.get(id)?.value ?? 5) < 5, id);
  const targets = tight.draft.outcomes.flatMap((o) => o.concept_ids);
  assert.ok(targets.some((id) => !cut.includes(id)));
});

test("PR4 hours follow the level: beginners are planned with high, advanced between low and likely", () => {
  const hours = (level: Level) => {
    const [first] = conceptsOf(plan(WHOLE, { goal: "closures", level }).draft).filter((c) => c.concept_id === "js-closures");
    return first?.hours;
  };
  assert.deepEqual(hours("beginner"), { low: 3, likely: 5, high: 6.25 });
  assert.deepEqual(hours("intermediate"), { low: 2, likely: 3, high: 5 });
  assert.deepEqual(hours("advanced"), { low: 2, likely: 2.5, high: 3 });
});

test("PR6 the same goal gives the same bytes, from a fresh catalogue too", () => {
  for (const goal of [...grid(REAL)].filter((_, i) => i % 17 === 0))
    assert.equal(JSON.stringify(planRoadmap(REAL, goal)), JSON.stringify(planRoadmap(loadCatalogueOnce(), goal)));
});

let fresh: Catalogue | undefined;
const loadCatalogueOnce = (): Catalogue => (fresh ??= loadCatalogue());

test("CT4 PR6 the three steps of the pipeline, through JSON, give what the one call gives", () => {
  for (const { aliases } of WHOLE.map.goals) {
    const goal = goalOf({ goal: aliases.zh[0] ?? "", language: "zh", known_skills: ["git"] });
    const whole = planRoadmap(WHOLE, goal);
    const analysis = analyseGoal(WHOLE, goal);
    assert.equal(analysis.ok, whole.ok);
    if (!analysis.ok || !whole.ok) continue;
    const intent = Intent.parse(JSON.parse(JSON.stringify(analysis.intent)));
    const draft = designCurriculum(WHOLE, goal, intent);
    assert.deepEqual(draft, whole.draft);
    assert.deepEqual(planDraft(WHOLE, goal, draft), whole.plan);
  }
});

test("CT3 one thing meant is called by its name; several by the person's own words if they are short", () => {
  const titleFor = (goal: string, language: "en" | "zh" = "en") => plan(WHOLE, { goal, language }).draft.title;
  assert.equal(titleFor("learn react"), "Learn React");
  assert.equal(titleFor("git  and docker"), "Git and docker");
  const long = `git and docker, ${"and then more of git and of docker ".repeat(3)}`;
  assert.ok(!titleFor(long).startsWith("Git and docker, and"), titleFor(long));
});
