/** What the order looks at: the module, what must come first, and what had better. */
export interface Ordered {
  readonly id: string;
  readonly module: string;
  readonly hard: readonly string[];
  readonly soft: readonly string[];
}

/**
 * Kahn's order over hard and soft prerequisites with a deterministic key: stay in the module while something of it is free, else go where
 * a concept is wanted first. What is given comes in teaching order, and a concept is wanted as early as the earliest that waits for it, so
 * that Git comes just before the project that needs it. Prerequisites outside the list count as met. Throws if the edges form a cycle.
 */
export function studyOrder<T extends Ordered>(concepts: readonly T[]): T[] {
  const { needs, leads } = edgesOf(concepts);
  const wanted = wantedPlaces(needs, leads);
  const rank: Rank = (a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b;
  const blockers = needs.map((list) => list.length);
  const free = new Map<string, number[]>();
  const release = (at: number) => {
    const module = concepts[at]?.module ?? "";
    free.set(module, [...(free.get(module) ?? []), at].toSorted(rank));
  };
  blockers.forEach((count, at) => count === 0 && release(at));
  const order: T[] = [];
  for (let module = ""; order.length < concepts.length;) {
    if (!free.get(module)?.length) module = nextModule(free, rank);
    const at = free.get(module)?.shift();
    const concept = at === undefined ? undefined : concepts[at];
    if (at === undefined || concept === undefined) throw new Error("prerequisites form a cycle");
    order.push(concept);
    for (const later of leads[at] ?? []) {
      blockers[later] = (blockers[later] ?? 0) - 1;
      if (blockers[later] === 0) release(later);
    }
  }
  return order;
}

type Rank = (a: number, b: number) => number;

interface Edges {
  /** For each place the places that come before it. */
  readonly needs: readonly (readonly number[])[];
  readonly leads: readonly (readonly number[])[];
}

function edgesOf(concepts: readonly Ordered[]): Edges {
  const place = new Map(concepts.map((c, at) => [c.id, at]));
  const needs = concepts.map((c) => [...c.hard, ...c.soft].flatMap((id) => place.get(id) ?? []));
  const leads: number[][] = concepts.map(() => []);
  needs.forEach((list, at) => list.forEach((need) => leads[need]?.push(at)));
  return { needs, leads };
}

/** For each place the earliest of itself and of all that wait for it. Each place is passed on by those that wait, last ones first. */
function wantedPlaces(needs: Edges["needs"], leads: Edges["leads"]): readonly number[] {
  const wanted = needs.map((_, at) => at);
  const waiting = leads.map((list) => list.length);
  const open = [...waiting.keys()].filter((at) => waiting[at] === 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const need of needs[at] ?? []) {
      wanted[need] = Math.min(wanted[need] ?? 0, wanted[at] ?? 0);
      waiting[need] = (waiting[need] ?? 0) - 1;
      if (waiting[need] === 0) open.push(need);
    }
  }
  return wanted;
}

/** The module whose first free concept is wanted first. */
function nextModule(free: ReadonlyMap<string, readonly number[]>, rank: Rank): string {
  let chosen = "";
  let best: number | undefined;
  for (const [module, [first]] of free) {
    if (first === undefined || (best !== undefined && rank(best, first) < 0)) continue;
    best = first;
    chosen = module;
  }
  return chosen;
}
