/** Where a row touches the trail: the edge of its card that faces the line, at the height of the row's middle. In px of the spine. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
}

/** A prerequisite as it is drawn: the path from a source to the target, and the dot at its source. */
export interface Link {
  readonly path: string;
  readonly dot: { readonly x: number; readonly y: number };
}

export interface LinkDrawing {
  readonly links: readonly Link[];
  /** The head of the arrow at the target; empty when there is no link. */
  readonly arrow: string;
}

/** How far the lane runs from the centre line, in px: a knot has a radius of 16, the gutter a half width of 48. */
const LANE = 24;
/** Radius of the corners, in px. */
const CORNER = 8;
/** Closer than this two rows are at one height, and the link is a straight line. */
const LEVEL = 2;

/** Draws the links into `target` in the lane on its side of the centre line, so that no line crosses text or a card. */
export function drawLinks(target: Anchor, sources: readonly Anchor[], centre: number): LinkDrawing {
  if (sources.length === 0) return { links: [], arrow: "" };
  const sign = target.side === "right" ? 1 : -1;
  const lane = centre + sign * LANE;
  const { x, y } = target;
  return {
    links: sources.map((source) => ({ path: pathOf(source, { target, lane, sign }), dot: { x: source.x, y: source.y } })),
    arrow: `M${x - sign * 8} ${y - 5}L${x - sign * 2} ${y}L${x - sign * 8} ${y + 5}`,
  };
}

function pathOf(source: Anchor, { target, lane, sign }: { target: Anchor; lane: number; sign: number }): string {
  const end = `H${target.x - sign * 6}`;
  const rise = target.y - source.y;
  if (Math.abs(rise) < LEVEL) return `M${source.x} ${source.y}${end}`;
  const down = Math.sign(rise);
  const r = Math.min(CORNER, Math.abs(rise) / 2);
  const towards = Math.sign(lane - source.x);
  return [
    `M${source.x} ${source.y}H${lane - towards * r}`,
    `Q${lane} ${source.y} ${lane} ${source.y + down * r}`,
    `V${target.y - down * r}`,
    `Q${lane} ${target.y} ${lane + sign * r} ${target.y}`,
    end,
  ].join("");
}
