/** Concepts that follow each other and belong to one module of the catalogue. */
export interface Run<T> {
  readonly module: string;
  readonly concepts: readonly T[];
}

interface Placed {
  readonly id: string;
  readonly module: string;
  readonly hours: { readonly likely: number };
}

const MIN_STAGES = 2;
const MAX_STAGES = 6;
/** A stage of about this many concepts can be kept in mind. */
const CONCEPTS_PER_STAGE = 6;
/** More concepts than this in a row become two modules. */
const MAX_CONCEPTS_PER_MODULE = 8;
/** How far from its ideal place a stage may end, as a share of a stage, so that a module is not torn apart. */
const GIVE_SHARE = 0.5;

/**
 * Cuts a study order into two to six stages of about equal hours, each a list of runs of one module. Because every stage is a piece of the
 * order, it is topological whatever the modules are. A stage ends between two modules where one ends near enough.
 */
export function cutStages<T extends Placed>(order: readonly T[]): readonly (readonly Run<T>[])[] {
  const count = Math.min(order.length, MAX_STAGES, Math.max(MIN_STAGES, Math.round(order.length / CONCEPTS_PER_STAGE)));
  const done = [0];
  for (const concept of order) done.push((done.at(-1) ?? 0) + concept.hours.likely);
  const total = done.at(-1) ?? 0;
  const cuts = [0];
  for (let stage = 1; stage < count; stage++) {
    const last = cuts.at(-1) ?? 0;
    // the rest is shared out anew after each cut, so that one uneven stage does not make the next uneven too
    const stageHours = (total - (done[last] ?? 0)) / (count - stage + 1);
    const ideal = (done[last] ?? 0) + stageHours;
    cuts.push(bestCut({ order, done, from: last + 1, to: order.length - (count - stage), ideal, give: stageHours * GIVE_SHARE }));
  }
  return cuts.map((from, i) => runsOf(order.slice(from, cuts[i + 1])));
}

interface CutChoice {
  readonly order: readonly Placed[];
  readonly done: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly ideal: number;
  readonly give: number;
}

/** The place nearest to the ideal hours, between two modules if one ends within what may be given. */
function bestCut({ order, done, from, to, ideal, give }: CutChoice): number {
  let best = from;
  let bestCost = Infinity;
  for (let at = from; at <= to; at++) {
    const off = Math.abs((done[at] ?? 0) - ideal);
    const isTorn = order[at - 1]?.module === order[at]?.module;
    const cost = off + (isTorn ? give : 0);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
}

function runsOf<T extends Placed>(concepts: readonly T[]): readonly Run<T>[] {
  const runs: { module: string; concepts: T[] }[] = [];
  for (const concept of concepts) {
    const last = runs.at(-1);
    if (last?.module === concept.module) last.concepts.push(concept);
    else runs.push({ module: concept.module, concepts: [concept] });
  }
  return runs.flatMap(({ module, concepts: all }) => halves(all).map((part) => ({ module, concepts: part })));
}

/** A long run in equal parts that are short enough. */
function halves<T>(concepts: readonly T[]): readonly (readonly T[])[] {
  const parts = Math.ceil(concepts.length / MAX_CONCEPTS_PER_MODULE);
  const size = Math.ceil(concepts.length / parts);
  return Array.from({ length: parts }, (_, i) => concepts.slice(i * size, (i + 1) * size)).filter((part) => part.length > 0);
}
