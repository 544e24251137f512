import type { MapPlace } from "./domain-index.ts";

/** How a card stands to the one that is looked at. */
export type CardMark = "none" | "chosen" | "needed" | "opened" | "far";

/** The mark of a card beside the place that is looked at, if any. */
export function cardMark(id: string, looked: MapPlace | undefined): CardMark {
  if (!looked) return "none";
  if (id === looked.node.id) return "chosen";
  if (looked.needsHard.includes(id) || looked.needsSoft.includes(id)) return "needed";
  return looked.leadsTo.includes(id) ? "opened" : "far";
}
