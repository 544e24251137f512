/** What the order looks at: the module and what must come first. */
export interface Ordered {
  readonly id: string;
  readonly module: string;
  readonly hard: readonly string[];
}

/**
 * Kahn's order with a deterministic key: stay in the module while something of it is free, else go where the shallowest free concept is,
 * the earlier in the list on a tie. Prerequisites that are not in the list count as met. Linear in concepts and edges but for the choice of a module.
 */
export function studyOrder<T extends Ordered>(concepts: readonly T[]): T[] {
  const place = new Map(concepts.map((c, at) => [c.id, at]));
  const needs = concepts.map((c) => c.hard.flatMap((id) => place.get(id) ?? []));
  const leads: number[][] = concepts.map(() => []);
  needs.forEach((list, at) => list.forEach((need) => leads[need]?.push(at)));
  const blockers = needs.map((list) => list.length);
  const depth = concepts.map(() => 1);
  const free = new Map<string, number[]>();
  const release = (at: number) => {
    const module = concepts[at]?.module ?? "";
    const waiting = free.get(module) ?? [];
    free.set(module, waiting);
    waiting.push(at);
  };
  const rank = (a: number, b: number) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b;
  const order: T[] = [];
  blockers.forEach((count, at) => count === 0 && release(at));
  for (let module = ""; order.length < concepts.length;) {
    if (!free.get(module)?.length) module = nextModule(free, rank);
    const at = takeFirst(free.get(module), rank);
    const concept = at === undefined ? undefined : concepts[at];
    if (at === undefined || concept === undefined) throw new Error("hard prerequisites form a cycle");
    order.push(concept);
    for (const later of leads[at] ?? []) {
      depth[later] = Math.max(depth[later] ?? 1, (depth[at] ?? 1) + 1);
      blockers[later] = (blockers[later] ?? 0) - 1;
      if (blockers[later] === 0) release(later);
    }
  }
  return order;
}

type Rank = (a: number, b: number) => number;

const firstOf = (waiting: readonly number[], rank: Rank): number | undefined =>
  waiting.length === 0 ? undefined : waiting.reduce((a, b) => (rank(b, a) < 0 ? b : a));

function nextModule(free: ReadonlyMap<string, readonly number[]>, rank: Rank): string {
  let chosen = "";
  let best: number | undefined;
  for (const [module, waiting] of free) {
    const first = firstOf(waiting, rank);
    if (first === undefined || (best !== undefined && rank(best, first) < 0)) continue;
    best = first;
    chosen = module;
  }
  return chosen;
}

function takeFirst(waiting: number[] | undefined, rank: Rank): number | undefined {
  const first = firstOf(waiting ?? [], rank);
  if (first !== undefined) waiting?.splice(waiting.indexOf(first), 1);
  return first;
}
