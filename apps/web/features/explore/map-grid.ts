/** Where a card stands: its column (a stage), its row, and its box in px of the map. */
export interface Card {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** The measures of a map, in px. */
export interface MapGrid {
  readonly cards: ReadonlyMap<string, Card>;
  readonly columns: readonly { readonly id: string; readonly x: number }[];
  readonly rows: number;
  readonly card_width: number;
  readonly width: number;
  readonly height: number;
}

/** Two or three lines of a name and a line of facts. */
export const CARD_HEIGHT = 96;
/** Between two columns, for lines. */
export const COLUMN_GAP = 36;
/** Between two cards of a column, for lines that pass. */
export const ROW_GAP = 24;
/** Left of the first column, for lines within it. */
export const LEFT_EDGE = 24;
/** Above the first row: the stage's name in up to three lines, and a row's gap. */
const HEADER = 96;

/** The page at its widest less its edges: as many columns as stages are to fit into it. */
const ROOM = 1_308;
/** Below this a name breaks into too many lines; the map is scrolled then. */
const LEAST_CARD = 176;
const MOST_CARD = 248;

/** What the map needs to know of a domain. */
export interface MapShape {
  readonly stages: readonly { readonly id: string; readonly concept_ids: readonly string[] }[];
}

/** Puts a card of each concept into the column of its stage, from the top in the order of study. */
export function mapGrid({ stages }: MapShape): MapGrid {
  const count = Math.max(1, stages.length);
  const free = Math.floor((ROOM - LEFT_EDGE - (count - 1) * COLUMN_GAP) / count);
  const card_width = Math.max(LEAST_CARD, Math.min(MOST_CARD, free));
  const xOf = (column: number) => LEFT_EDGE + column * (card_width + COLUMN_GAP);
  const cards = stages.flatMap(({ concept_ids }, column) =>
    concept_ids.map((id, row): [string, Card] => [id, { id, column, row, x: xOf(column), y: yOf(row) }]),
  );
  const rows = Math.max(0, ...stages.map(({ concept_ids }) => concept_ids.length));
  return {
    cards: new Map(cards),
    columns: stages.map(({ id }, column) => ({ id, x: xOf(column) })),
    rows,
    card_width,
    width: xOf(count - 1) + card_width,
    height: yOf(rows),
  };
}

/** The top of a row. */
export const yOf = (row: number): number => HEADER + row * (CARD_HEIGHT + ROW_GAP);
