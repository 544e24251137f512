import { Language } from "@wayfinder/protocol";
import type { CatalogueGoal, CatalogueMap } from "../catalogue-map.ts";
import { closureOf } from "../closure.ts";
import { lintHours } from "./lint-hours.ts";
import { foldForCompare } from "./measure-text.ts";
import type { Say } from "./say.ts";

const MIN_ALIASES = 3;

/** The rows of the map: hours and value (L8), goals and their wordings (L25, L26), subjects outside (L27). */
export function lintMap(map: CatalogueMap, say: Say): void {
  for (const c of map.concepts.values()) {
    const size = c.title.en.startsWith("Project:") ? "project" : c.level;
    lintHours(c.hours, size, (rule, message) => say(rule, `${c.id}: ${message}`, c.line));
    if (![1, 2, 3, 4, 5].includes(c.value)) say("L8", `${c.id}: value is 1 to 5`, c.line);
  }
  for (const goal of map.goals) lintGoal(map, goal, (rule, message) => say(rule, `goal ${goal.id}: ${message}`, goal.line));
  lintWordings(map, say);
  for (const { asked, nearest, line } of map.outside) {
    if (asked.length === 0 || nearest.length === 0) say("L27", "a subject outside needs wordings and nearest concepts", line);
    for (const id of nearest) if (!map.concepts.has(id)) say("L27", `nearest "${id}" does not exist`, line);
  }
}

function lintGoal(map: CatalogueMap, goal: CatalogueGoal, say: Say): void {
  if (!goal.title.en || !goal.title.zh) say("L3", "the title needs English / 中文");
  if (goal.targets.length === 0) say("L26", "no target");
  for (const id of goal.targets) {
    if (!map.concepts.has(id)) say("L26", `target "${id}" does not exist`);
    const others = goal.targets.filter((t) => t !== id).flatMap((t) => map.concepts.get(t)?.hard ?? []);
    if (closureOf(map.concepts, others).has(id)) say("L26", `target "${id}" is already required by another target`);
  }
  const closure = closureOf(map.concepts, goal.targets);
  if (goal.needs.length === 0) say("L26", "no concept is named in needs");
  for (const id of goal.needs) if (!closure.has(id)) say("L26", `needs "${id}", which its targets do not lead through`);
  if (Language.options.some((language) => goal.aliases[language].length < MIN_ALIASES))
    say("L25", `at least ${MIN_ALIASES} wordings in each language`);
}

/** A wording names one goal only. */
function lintWordings(map: CatalogueMap, say: Say): void {
  const owners = new Map<string, string>();
  for (const goal of map.goals) {
    for (const wording of [...goal.aliases.en, ...goal.aliases.zh].map(foldForCompare)) {
      const owner = owners.get(wording) ?? goal.id;
      if (owner !== goal.id) say("L25", `wording "${wording}" belongs to ${owner} too`, goal.line);
      owners.set(wording, owner);
    }
  }
}
