import type { CatalogueMap } from "../catalogue-map.ts";
import type { ConceptHead } from "../concept-head.ts";
import type { Say } from "./say.ts";

/** That a file says what its row in the map says (L24). */
export function lintAgreement(map: CatalogueMap, head: ConceptHead, say: Say): void {
  const row = map.concepts.get(head.id);
  if (!row) return say("L24", "not in MAP.md");
  const hours = ({ low, likely, high }: { low: number; likely: number; high: number }) => [low, likely, high].join("/");
  const ids = (list: readonly string[]) => list.toSorted().join(", ");
  const compared: readonly (readonly [string, string, string])[] = [
    ["title.en", head.title.en, row.title.en],
    ["title.zh", head.title.zh, row.title.zh],
    ["level", head.level, row.level],
    ["hours", hours(head.hours), hours(row.hours)],
    ["module", `${head.domain}/${head.module}`, `${row.domain}/${row.module}`],
    ["value", String(head.value), String(row.value)],
    ["hard prerequisites", ids(head.hard), ids(row.hard)],
    ["soft prerequisites", ids(head.soft), ids(row.soft)],
  ];
  for (const [what, file, mapped] of compared)
    if (file !== mapped) say("L24", `${what}: the file says "${file}", MAP.md "${mapped}"`);
}
