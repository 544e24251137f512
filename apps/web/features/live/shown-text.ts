import type { Snapshot } from "@wayfinder/protocol/fold";

/** The text that the live page shows. */
export interface ShownText {
  readonly unit: string;
  readonly concept_id: string | undefined;
  readonly markdown: string;
  /** Whether more of it is to come. */
  readonly isWriting: boolean;
}

/** The text to show: that of the unit a person is reading while it is being written, else of the one written last; null before any. */
export function shownText({ texts, units, writing, status }: Snapshot, reading?: string | null): ShownText | null {
  const isWriting = (unit: string) => status === "running" && units[unit]?.status === "generating";
  const has = (unit: string | null | undefined): unit is string => typeof unit === "string" && Boolean(texts[unit]?.text);
  const kept = has(reading) && isWriting(reading) ? reading : undefined;
  const unit = kept ?? (has(writing) ? writing : Object.keys(texts).findLast(has));
  const markdown = unit === undefined ? undefined : texts[unit]?.text;
  if (unit === undefined || !markdown) return null;
  return { unit, concept_id: units[unit]?.concept_id, markdown, isWriting: isWriting(unit) };
}
