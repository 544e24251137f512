/** A stretch that a line runs along a track: vertical in the gap before a column, horizontal in the gap above a row. */
export interface Stretch {
  readonly track: string;
  /** Lines of one key share their lane: they come from one card, or go to one. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Which of how many lanes of its track a stretch takes, from 0. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

/** Stretches nearer than this to one another take different lanes, in px. */
const CLEAR = 8;

/** Gives each key of each track a lane in which it meets no other. The same for the same stretches, whatever their order. */
export function assignLanes(stretches: readonly Stretch[]): (track: string, key: string) => Lane {
  const lanes = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const [track, all] of Map.groupBy(stretches, (s) => s.track)) {
    const ends: number[] = [];
    const of = new Map<string, number>();
    for (const { key, from, to } of merged(all)) {
      const free = ends.findIndex((end) => end + CLEAR <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      of.set(key, lane);
    }
    lanes.set(track, of);
    counts.set(track, ends.length);
  }
  return (track, key) => ({ lane: lanes.get(track)?.get(key) ?? 0, lanes: counts.get(track) ?? 1 });
}

/** One stretch a key, from its lowest to its highest place; in the order of their beginnings. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const byKey = Map.groupBy(stretches, (s) => s.key);
  return [...byKey.values()]
    .flatMap((all) => {
      const [first] = all;
      const places = all.flatMap(({ from, to }) => [from, to]);
      return first ? [{ ...first, from: Math.min(...places), to: Math.max(...places) }] : [];
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1));
}
