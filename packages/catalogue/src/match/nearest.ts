import type { Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import { reachable } from "./owner.ts";
import { searchTerms } from "./match-index.ts";

/** A published concept to offer instead. */
export interface Nearest {
  readonly id: string;
  readonly title: string;
}

const MAX_NEAREST = 4;

/** What to look near: a text, and concepts that are near for a reason we know. */
export interface NearestQuery {
  readonly text: string;
  readonly language: Language;
  readonly known?: readonly string[];
}

/**
 * The published concepts nearest to a text: the ones named, or for those not written yet what leads up to them; else by full text;
 * else where each domain begins. Empty only if nothing at all is published.
 */
export function nearestTo(catalogue: Catalogue, { text, language, known = [] }: NearestQuery): readonly Nearest[] {
  const published = known.filter((id) => catalogue.concepts.has(id));
  const unwritten = known.filter((id) => !catalogue.concepts.has(id));
  const named = [...published, ...reachable(catalogue, unwritten)];
  const ids = named.length > 0 ? named : searched(catalogue, text);
  const chosen = ids.length > 0 ? ids : beginnings(catalogue);
  return [...new Set(chosen)]
    .slice(0, MAX_NEAREST)
    .map((id) => ({ id, title: catalogue.index.titles.get(id)?.[language] ?? id }));
}

/** A word may be mistyped, though seldom in its first letter: "bread" is not near "read". */
const searched = ({ index }: Catalogue, text: string): string[] =>
  index
    .search()
    .search(searchTerms(text).join(" "), { fuzzy: (term) => (term.length > 4 ? 1 : false) })
    .filter(({ queryTerms, terms }) => terms.some((term) => queryTerms.some((asked) => asked[0] === term[0])))
    .map((r) => String(r.id));

/** The first published concept of each module that stands on nothing, the most valuable first. */
function beginnings({ concepts }: Catalogue): string[] {
  const roots = [...concepts.values()].filter((c) => c.hard.length === 0).toSorted((a, b) => b.value - a.value);
  return roots.map((c) => c.id);
}
