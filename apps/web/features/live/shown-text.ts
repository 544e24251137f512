import type { Snapshot } from "@wayfinder/protocol/fold";

/** The text that the live page shows. */
export interface ShownText {
  readonly unit: string;
  readonly concept_id: string | undefined;
  readonly markdown: string;
  /** Whether more of it is to come. */
  readonly isWriting: boolean;
}

/** The text of the unit that was written last, if it has any yet; null before anything is written. */
export function shownText({ texts, units, writing, status }: Snapshot): ShownText | null {
  const unit = writing !== undefined && texts[writing]?.text ? writing : Object.keys(texts).findLast((key) => texts[key]?.text);
  const markdown = unit === undefined ? undefined : texts[unit]?.text;
  if (unit === undefined || !markdown) return null;
  const state = units[unit];
  return { unit, concept_id: state?.concept_id, markdown, isWriting: status === "running" && state?.status === "generating" };
}
