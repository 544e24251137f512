import { assignLanes, type Lane, type Stretch } from "./lane.ts";
import { type Card, CARD_HEIGHT, COLUMN_GAP, LEFT_EDGE, type MapGrid, ROW_GAP, yOf } from "./map-grid.ts";
import { type Point, roundedPath } from "./rounded-path.ts";

/** A prerequisite within a domain. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: "hard" | "soft";
}

/** A prerequisite as it is drawn. */
export interface Line extends Edge {
  readonly points: readonly Point[];
  readonly path: string;
}

/** Kept free at each side of a gap, in px: room for the arrow's head. */
const MARGIN = { column: 8, row: 6, edge: 4 } as const;
/** Two lanes stand this far apart where there is room, in px. */
const SPACING = 7;

/** An edge with its cards, and the stretches that it runs. */
interface Route {
  readonly edge: Edge;
  readonly from: Card;
  readonly to: Card;
  readonly stretches: readonly Stretch[];
}

/** Draws prerequisites through the gaps between the cards, so that no line runs behind one. Edges that do not lead on in the map's order are left out. */
export function mapLines(grid: MapGrid, edges: readonly Edge[]): Line[] {
  const routes = edges.flatMap((edge): Route[] => {
    const from = grid.cards.get(edge.from);
    const to = grid.cards.get(edge.to);
    return from && to && isOnward(from, to) ? [{ edge, from, to, stretches: stretchesOf(grid, from, to) }] : [];
  });
  const laneOf = assignLanes(routes.flatMap((route) => route.stretches));
  return routes.map(({ edge, from, to, stretches }) => {
    const points = pointsOf(
      grid,
      { from, to },
      stretches.map((s) => placeOf(grid, s, laneOf(s.track, s.key))),
    );
    return { ...edge, points, path: roundedPath(points) };
  });
}

const isOnward = (from: Card, to: Card): boolean => from.column < to.column || (from.column === to.column && from.row < to.row);

const isNeighbour = (from: Card, to: Card): boolean => from.column === to.column && to.row === from.row + 1;

/** Where lines touch a card, from its top, in px: each kind at a height of its own, so that one that comes is never taken for one that goes. */
const PORT = { in: 32, onward: 60, down: 80 } as const;

const portOf = (card: Card, port: keyof typeof PORT): number => card.y + PORT[port];

const exitOf = (from: Card, to: Card): "onward" | "down" => (from.column === to.column ? "down" : "onward");

/** The gap above a row. */
const channelOf = (card: Card): number => card.y - ROW_GAP / 2;

function stretchesOf(grid: MapGrid, from: Card, to: Card): Stretch[] {
  if (isNeighbour(from, to)) return [];
  const [start, end] = [portOf(from, exitOf(from, to)), portOf(to, "in")];
  const down = (column: number, key: string, y: readonly [number, number]): Stretch => ({
    track: `column ${column}`,
    key,
    from: Math.min(...y),
    to: Math.max(...y),
  });
  if (from.column === to.column) return [down(from.column, `down ${from.id}`, [start, end])];
  if (from.column + 1 === to.column) return [down(to.column, `from ${from.id}`, [start, end])];
  const channel = channelOf(to);
  const across = { track: `row ${to.row}`, key: `to ${to.id}`, from: from.x + grid.card_width, to: to.x };
  return [down(from.column + 1, `from ${from.id}`, [start, channel]), across, down(to.column, `to ${to.id}`, [channel, end])];
}

/** The x of a vertical stretch, the y of a horizontal one. */
function placeOf(grid: MapGrid, { track }: Stretch, lane: Lane): number {
  const [kind, number] = track.split(" ");
  const at = Number(number);
  if (kind === "row") return within({ start: yOf(at) - ROW_GAP, size: ROW_GAP, margin: MARGIN.row }, lane);
  if (at === 0) return within({ start: 0, size: LEFT_EDGE, margin: MARGIN.edge }, lane);
  return within({ start: (grid.columns[at]?.x ?? 0) - COLUMN_GAP, size: COLUMN_GAP, margin: MARGIN.column }, lane);
}

/** The room between two columns or rows. */
interface Gap {
  readonly start: number;
  readonly size: number;
  readonly margin: number;
}

/** The middle of a lane, the lanes together in the middle of their gap. */
function within({ start, size, margin }: Gap, { lane, lanes }: Lane): number {
  const step = Math.min(SPACING, (size - 2 * margin) / Math.max(1, lanes - 1));
  return start + size / 2 + (lane - (lanes - 1) / 2) * step;
}

function pointsOf(grid: MapGrid, { from, to }: Pick<Route, "from" | "to">, places: readonly number[]): Point[] {
  const { card_width } = grid;
  if (isNeighbour(from, to)) {
    const x = from.x + card_width / 2;
    return [
      { x, y: from.y + CARD_HEIGHT },
      { x, y: to.y },
    ];
  }
  const [first = 0, channel = 0, last = 0] = places;
  const start = { x: from.column === to.column ? from.x : from.x + card_width, y: portOf(from, exitOf(from, to)) };
  const end = { x: to.x, y: portOf(to, "in") };
  if (places.length === 1) return [start, { x: first, y: start.y }, { x: first, y: end.y }, end];
  return [start, { x: first, y: start.y }, { x: first, y: channel }, { x: last, y: channel }, { x: last, y: end.y }, end];
}
