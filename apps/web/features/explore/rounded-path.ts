/** A place on the map, in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius of the corners, in px. */
const CORNER = 6;

/** An SVG path through points that lie on horizontal and vertical lines, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  const corners = withoutIdle(points);
  const [start, ...rest] = corners;
  if (!start) return "";
  const parts = rest.map((point, i) => {
    const before = corners[i] ?? start;
    const after = rest[i + 1];
    if (!after) return `L${text(point)}`;
    const r = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
    return `L${text(towards(point, before, r))}Q${text(point)} ${text(towards(point, after, r))}`;
  });
  return `M${text(start)}${parts.join("")}`;
}

/** Without points that repeat the one before or lie on the way between their neighbours. */
const withoutIdle = (points: readonly Point[]): Point[] =>
  points
    .filter((p, i) => i === 0 || distance(p, points[i - 1] ?? p) > 0)
    .filter((p, i, all) => {
      const [before, after] = [all[i - 1], all[i + 1]];
      return !before || !after || !((before.x === p.x && p.x === after.x) || (before.y === p.y && p.y === after.y));
    });

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
});

const round = (n: number): number => Math.round(n * 100) / 100;
const text = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
