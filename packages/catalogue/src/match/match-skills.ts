import type { Catalogue } from "../catalogue.ts";
import { closureOf } from "../closure.ts";
import { targetsOf } from "./owner.ts";
import { phraseMatches, readTokens } from "./phrase-match.ts";
import type { Owner } from "./phrase.ts";
import { weighClauses } from "./explain.ts";

/** What a learner knows in terms of the catalogue, and the skills it has no words for. */
export interface KnownSkills {
  /** Published concepts, in the order of the map, with everything that they hard-require. */
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

/** Reads skills as people write them, in either language. Who knows a concept knows its hard prerequisites. */
export function matchSkills(catalogue: Catalogue, skills: readonly string[]): KnownSkills {
  const found = skills.map((skill) => ({ skill, ids: skillConcepts(catalogue, skill) }));
  const closure = closureOf(
    catalogue.map.concepts,
    found.flatMap((f) => f.ids),
  );
  return {
    known: [...catalogue.concepts.keys()].filter((id) => closure.has(id)),
    unknown: found.filter((f) => f.ids.length === 0).map((f) => f.skill),
  };
}

/** Published concepts that free texts speak of, with everything that they hard-require; for a question, not for a decision. */
export function mentionedConcepts(catalogue: Catalogue, texts: readonly string[]): readonly string[] {
  const owners = texts.flatMap((text) => phraseMatches(catalogue.index, readTokens(catalogue.index, text)).map((m) => m.owner));
  const closure = closureOf(
    catalogue.map.concepts,
    owners.flatMap((o) => taught(catalogue, o)),
  );
  return [...catalogue.concepts.keys()].filter((id) => closure.has(id));
}

function skillConcepts(catalogue: Catalogue, skill: string): readonly string[] {
  const text = readTokens(catalogue.index, skill);
  const matches = phraseMatches(catalogue.index, text);
  const isForeign = weighClauses(catalogue, text, matches).some((w) => w.foreign > 0 || (w.named === 0 && w.related > 0));
  return isForeign ? [] : matches.flatMap((m) => taught(catalogue, m.owner));
}

/** What a skill of this name stands for: of a whole module its beginner's part, because "CSS" in a list of skills is not all of CSS. */
function taught(catalogue: Catalogue, owner: Owner): readonly string[] {
  if (owner.kind !== "module") return targetsOf(catalogue, owner);
  const concepts = catalogue.map.modules.get(owner.id)?.concepts ?? [];
  const basics = concepts.filter((id) => catalogue.map.concepts.get(id)?.level === "beginner");
  return basics.length > 0 ? basics : targetsOf(catalogue, owner);
}
