import { loadCatalogue, planRoadmap } from "@wayfinder/catalogue";
import { SYNTHETIC_GOAL, syntheticCatalogue } from "@wayfinder/catalogue/synthetic";
import type { Goal } from "@wayfinder/protocol";
import { quantile } from "./quantiles.ts";

const GOAL: Goal = {
  goal: SYNTHETIC_GOAL,
  level: "intermediate",
  hours_per_week: 10,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
};
const WARM_UP = 10;
const RUNS = 100;

/** 95th percentile of planning a whole synthetic catalogue of `n` concepts, in milliseconds. */
export function plannerP95(n: number): number {
  const catalogue = syntheticCatalogue(n, 1);
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const t0 = performance.now();
    const planned = planRoadmap(catalogue, GOAL);
    if (!planned.ok) throw new Error("the synthetic goal was refused");
    if (run >= WARM_UP) times.push(performance.now() - t0);
  }
  return quantile(times, 0.95);
}

/** 95th percentile of understanding and planning every wording of every goal of the built-in catalogue, in milliseconds. */
export function catalogueP95(): number {
  const catalogue = loadCatalogue();
  const asked = catalogue.map.goals.flatMap((g) => [...g.aliases.en, ...g.aliases.zh]);
  const times: number[] = [];
  for (const isWarm of [false, true])
    for (const goal of asked) {
      const t0 = performance.now();
      const planned = planRoadmap(catalogue, { ...GOAL, goal });
      if (!planned.ok) throw new Error(`"${goal}" was refused`);
      if (isWarm) times.push(performance.now() - t0);
    }
  return quantile(times, 0.95);
}
