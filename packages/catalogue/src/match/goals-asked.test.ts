import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Goal } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { parse } from "yaml";
import { loadCatalogue } from "../load-catalogue.ts";
import { planRoadmap } from "../plan/plan-roadmap.ts";

interface Covered {
  readonly ask: string;
  readonly must: readonly string[];
  readonly not?: readonly string[];
  readonly skills?: readonly string[];
}

interface Refused {
  readonly ask: string;
  readonly nearest?: readonly string[];
}

interface GoalsAsked {
  readonly covered: readonly Covered[];
  readonly refused: readonly Refused[];
}

const RIGHT_SHARE = 0.95;

const CATALOGUE = loadCatalogue();
const ASKED = parse(readFileSync(new URL("goals-asked.yaml", import.meta.url), "utf8")) as GoalsAsked;

function goalOf(ask: string, skills: readonly string[] = []): Goal {
  const language = /\p{Script=Han}/u.test(ask) ? "zh" : "en";
  const rest = { level: "beginner", hours_per_week: 8, review: false, starts_on: "2026-11-23", source: "catalogue" } as const;
  return { goal: ask, language, known_skills: [...skills], ...rest };
}

/** What is wrong with the roadmap of a goal; the empty text if nothing is. */
function faultOf({ ask, must, not = [], skills }: Covered): string {
  const result = planRoadmap(CATALOGUE, goalOf(ask, skills));
  if (!result.ok) return `${ask}: ${result.reason}`;
  const ids = new Set(conceptsOf(result.draft).map((c) => c.concept_id));
  const absent = must.filter((id) => !ids.has(id));
  const unwanted = not.filter((id) => ids.has(id));
  if (absent.length + unwanted.length === 0) return "";
  return `${ask}: ${result.targets.join(", ")}; absent ${absent.join(", ") || "nothing"}; unwanted ${unwanted.join(", ") || "nothing"}`;
}

/** What is wrong with the answer to a goal that is not covered. */
function faultOfRefusal({ ask, nearest = [] }: Refused): string {
  const result = planRoadmap(CATALOGUE, goalOf(ask));
  if (result.ok) return `${ask}: leads to ${result.targets.join(", ")}`;
  const offered = result.nearest.map((n) => n.id);
  const absent = nearest.filter((id) => !offered.includes(id));
  const isSound = result.reason === "not_covered" && offered.length > 0 && absent.length === 0;
  return isSound ? "" : `${ask}: ${result.reason}; offered ${offered.join(", ")}; absent ${absent.join(", ")}`;
}

test("CT2 the goals asked name concepts that there are", () => {
  const named = [
    ...ASKED.covered.flatMap((c) => [...c.must, ...(c.not ?? [])]),
    ...ASKED.refused.flatMap((r) => r.nearest ?? []),
  ];
  for (const id of named) assert.ok(CATALOGUE.concepts.has(id), id);
  assert.ok(ASKED.covered.length >= 80 && ASKED.refused.length >= 30);
});

test("CT2 of the goals people ask at least 95 % get a roadmap with what it has to hold and without what it must not", (t) => {
  const faults = ASKED.covered.map(faultOf).filter((fault) => fault !== "");
  const right = ASKED.covered.length - faults.length;
  const share = right / ASKED.covered.length;
  t.diagnostic(`first place right: ${right} of ${ASKED.covered.length} (${(100 * share).toFixed(1)} %)`);
  for (const fault of faults) t.diagnostic(fault);
  assert.ok(share >= RIGHT_SHARE, faults.join("\n"));
});

test("CT2 every goal that is not covered is refused, with what is nearest", (t) => {
  const faults = ASKED.refused.map(faultOfRefusal).filter((fault) => fault !== "");
  t.diagnostic(`refused: ${ASKED.refused.length - faults.length} of ${ASKED.refused.length}`);
  assert.deepEqual(faults, []);
});
