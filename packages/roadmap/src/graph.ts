import { Heap } from "./heap.ts";

/** How nodes are ordered: what must come before a node, and the key that decides between nodes that are free at the same time. */
export interface OrderRules<T> {
  readonly before: (node: T) => Iterable<T>;
  readonly key: (node: T) => string | number;
}

const compareKeys = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Kahn's order: every node after all that `before` names, the smallest key first among the free ones, the place in `nodes` on a tie.
 *
 * Names that are not in `nodes` are ignored. Where a cycle leaves no node free, the blocked node with the smallest key goes first, so
 * that the answer is always a permutation of `nodes`.
 */
export function topologicalOrder<T>(nodes: readonly T[], { before, key }: OrderRules<T>): T[] {
  const index = new Map(nodes.map((node, at) => [node, at]));
  const keys = nodes.map(key);
  const blockers = nodes.map(() => 0);
  const after: number[][] = nodes.map(() => []);
  nodes.forEach((node, at) => {
    for (const earlier of new Set(before(node))) {
      const from = index.get(earlier);
      if (from === undefined || from === at) continue;
      after[from]?.push(at);
      blockers[at] = (blockers[at] ?? 0) + 1;
    }
  });
  const byKey = (a: number, b: number): number => compareKeys(keys[a] as string | number, keys[b] as string | number) || a - b;
  const free = new Heap<number>(byKey);
  const blocked = nodes.map((_, at) => at).sort(byKey);
  const taken = nodes.map(() => false);
  nodes.forEach((_, at) => blockers[at] === 0 && free.push(at));
  const order: T[] = [];
  for (let next = 0; order.length < nodes.length;) {
    let at = free.pop();
    if (at === undefined) at = blocked[next++] as number;
    if (taken[at]) continue;
    taken[at] = true;
    order.push(nodes[at] as T);
    for (const later of after[at] ?? []) {
      blockers[later] = (blockers[later] ?? 0) - 1;
      if (blockers[later] === 0) free.push(later);
    }
  }
  return order;
}

/** What a closure follows: the hard prerequisites of a node, and what the learner knows already. */
export interface ClosureRules<T> {
  readonly requires: (node: T) => Iterable<T>;
  readonly known?: ReadonlySet<T>;
}

/** The targets and everything they need, without what is known and what only the known needs; in the order of discovery. */
export function hardClosure<T>(targets: Iterable<T>, { requires, known }: ClosureRules<T>): Set<T> {
  const closure = new Set<T>();
  const open = [...targets].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (closure.has(node) || known?.has(node)) continue;
    closure.add(node);
    open.push(...requires(node));
  }
  return closure;
}

/** Tarjan's strongly connected components of `0 … size − 1`, without recursion; only those that hold a cycle of two or more nodes. */
export function cyclicComponents(size: number, next: (node: number) => readonly number[]): number[][] {
  const seen = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const components: number[][] = [];
  let clock = 0;
  const enter = (node: number): { node: number; at: number } => {
    seen[node] = low[node] = clock++;
    stack.push(node);
    onStack[node] = 1;
    return { node, at: 0 };
  };
  const leave = (node: number): void => {
    if (low[node] !== seen[node]) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) onStack[member] = 0;
    if (component.length > 1) components.push(component.sort((a, b) => a - b));
  };
  for (let root = 0; root < size; root++) {
    if (seen[root] !== -1) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const to = next(frame.node)[frame.at++];
      if (to === undefined) {
        path.pop();
        leave(frame.node);
        const parent = path.at(-1)?.node;
        if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[frame.node] as number);
      } else if (seen[to] === -1) path.push(enter(to));
      else if (onStack[to]) low[frame.node] = Math.min(low[frame.node] as number, seen[to] as number);
    }
  }
  return components;
}
