import type { Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import { closureOf, endsOf } from "../closure.ts";
import type { Owner } from "./phrase.ts";

/** The concepts that an owner leads to, written or not. */
export function targetsOf({ map }: Catalogue, owner: Owner): readonly string[] {
  switch (owner.kind) {
    case "goal":
      return map.goals.find((g) => g.id === owner.id)?.targets ?? [];
    case "domain": {
      const modules = map.domains.get(owner.id)?.modules ?? [];
      return endsOf(map.concepts, new Set(modules.flatMap((m) => map.modules.get(m)?.concepts ?? [])));
    }
    case "module":
      return endsOf(map.concepts, new Set(map.modules.get(owner.id)?.concepts));
    case "concept":
      return [owner.id];
  }
}

/** Whether the catalogue can keep the promise of this name: what the goal needs is published, or at least a part of the module or domain. */
export function isCovered(catalogue: Catalogue, owner: Owner): boolean {
  const { map, concepts } = catalogue;
  switch (owner.kind) {
    case "goal":
      return map.goals.some((g) => g.id === owner.id && g.needs.every((id) => concepts.has(id)));
    case "concept":
      return concepts.has(owner.id);
    case "module":
      return map.modules.get(owner.id)?.concepts.some((id) => concepts.has(id)) ?? false;
    case "domain":
      return map.domains.get(owner.id)?.modules.some((id) => isCovered(catalogue, { kind: "module", id })) ?? false;
  }
}

/** What the owner is called. */
export function titleOf({ map, index }: Catalogue, owner: Owner, language: Language): string {
  const named = {
    goal: () => map.goals.find((g) => g.id === owner.id)?.title,
    domain: () => map.domains.get(owner.id)?.title,
    module: () => map.modules.get(owner.id)?.title,
    concept: () => index.titles.get(owner.id),
  }[owner.kind]();
  return named?.[language] ?? owner.id;
}

/** The published concepts that lead furthest towards the targets: the targets that are published, and the ends of what is written below the others. */
export function reachable({ map, concepts }: Catalogue, targets: readonly string[]): string[] {
  const written = new Set([...closureOf(map.concepts, targets)].filter((id) => concepts.has(id)));
  const ends = new Set(endsOf(map.concepts, written));
  return [...concepts.keys()].filter((id) => ends.has(id));
}
