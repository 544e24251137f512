import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { loadCatalogue } from "../load-catalogue.ts";
import { planRoadmap } from "../plan/plan-roadmap.ts";
import { type CoveredGoalAsked, GOALS_ASKED, type RefusedGoalAsked } from "./goals-asked.fixture.ts";

const RIGHT_SHARE = 0.95;

const CATALOGUE = loadCatalogue();

function goalOf(ask: string, skills: readonly string[] = []): Goal {
  const language = /\p{Script=Han}/u.test(ask) ? "zh" : "en";
  const rest = { level: "beginner", hours_per_week: 8, review: false, starts_on: "2026-11-23", source: "catalogue" } as const;
  return { goal: ask, language, known_skills: [...skills], ...rest };
}

/** What is wrong with the roadmap of a goal; the empty text if nothing is. */
function faultOf({ ask, must, not = [], skills }: CoveredGoalAsked): string {
  const result = planRoadmap(CATALOGUE, goalOf(ask, skills));
  if (!result.ok) return `${ask}: ${result.reason}`;
  const ids = new Set(conceptsOf(result.draft).map((c) => c.concept_id));
  const absent = must.filter((id) => !ids.has(id));
  const unwanted = not.filter((id) => ids.has(id));
  if (absent.length + unwanted.length === 0) return "";
  return `${ask}: ${result.targets.join(", ")}; absent ${absent.join(", ") || "nothing"}; unwanted ${unwanted.join(", ") || "nothing"}`;
}

/** What is wrong with the answer to a goal that is not covered. */
function faultOfRefusal({ ask, nearest = [] }: RefusedGoalAsked): string {
  const result = planRoadmap(CATALOGUE, goalOf(ask));
  if (result.ok) return `${ask}: leads to ${result.targets.join(", ")}`;
  const offered = result.nearest.map((n) => n.id);
  const absent = nearest.filter((id) => !offered.includes(id));
  const isSound = result.reason === "not_covered" && offered.length > 0 && absent.length === 0;
  return isSound ? "" : `${ask}: ${result.reason}; offered ${offered.join(", ")}; absent ${absent.join(", ")}`;
}

test("CT2 the goals asked name concepts that there are", () => {
  const named = [
    ...GOALS_ASKED.covered.flatMap((c) => [...c.must, ...(c.not ?? [])]),
    ...GOALS_ASKED.refused.flatMap((r) => r.nearest ?? []),
  ];
  for (const id of named) assert.ok(CATALOGUE.concepts.has(id), id);
  assert.ok(GOALS_ASKED.covered.length >= 80 && GOALS_ASKED.refused.length >= 30);
});

test("CT2 of the goals people ask at least 95 % get a roadmap with what it has to hold and without what it must not", (t) => {
  const faults = GOALS_ASKED.covered.map(faultOf).filter((fault) => fault !== "");
  const right = GOALS_ASKED.covered.length - faults.length;
  const share = right / GOALS_ASKED.covered.length;
  t.diagnostic(`first place right: ${right} of ${GOALS_ASKED.covered.length} (${(100 * share).toFixed(1)} %)`);
  for (const fault of faults) t.diagnostic(fault);
  assert.ok(share >= RIGHT_SHARE, faults.join("\n"));
});

test("CT2 every goal that is not covered is refused, with what is nearest", (t) => {
  const faults = GOALS_ASKED.refused.map(faultOfRefusal).filter((fault) => fault !== "");
  t.diagnostic(`refused: ${GOALS_ASKED.refused.length - faults.length} of ${GOALS_ASKED.refused.length}`);
  assert.deepEqual(faults, []);
});
