import type { EventBody } from "@wayfinder/protocol";

const CONCEPTS = 100;
/** Concepts of a module. */
const PER_MODULE = 10;
/** Of each piece of text, in characters. */
const PIECE = 24;

/** A log of exactly `count` events as a model would make them: an outline, then the text of each concept in small pieces, then the end. */
export function longLog(count: number): EventBody[] {
  const events: EventBody[] = [...outline()];
  const fixed = events.length + 3 * CONCEPTS + 1;
  const pieces = count - fixed;
  for (let n = 0; n < CONCEPTS; n++) {
    const share = Math.floor(pieces / CONCEPTS) + (n < pieces % CONCEPTS ? 1 : 0);
    events.push(...written(`c-${n}`, share));
  }
  events.push({ type: "completed", final: true, roadmap_id: "long", failed_units: [] });
  return events;
}

function outline(): EventBody[] {
  const events: EventBody[] = [
    { type: "outline_delta", node: { kind: "stage", stage_id: "s-1", order: 1, name: "Stage", description: "The only stage." } },
  ];
  for (let n = 0; n < CONCEPTS; n++) {
    const module_id = `m-${Math.floor(n / PER_MODULE)}`;
    if (n % PER_MODULE === 0)
      events.push({
        type: "outline_delta",
        node: { kind: "module", stage_id: "s-1", module_id, name: `Module ${module_id}`, description: "A module." },
      });
    events.push({ type: "outline_delta", node: concept(`c-${n}`, module_id) });
  }
  return events;
}

const concept = (concept_id: string, module_id: string): Extract<EventBody, { type: "outline_delta" }>["node"] => ({
  kind: "concept",
  module_id,
  concept_id,
  name: `Concept ${concept_id}`,
  description: "A concept.",
  hours: { low: 1, likely: 1, high: 2 },
  difficulty: "easy",
  prerequisites: [],
  outcomes: ["Knows it."],
  keywords: ["long"],
});

function written(unit: string, pieces: number): EventBody[] {
  const deltas = Array.from({ length: pieces }, (_, i): EventBody => {
    const text = `${unit} piece ${i} `.padEnd(PIECE - 1, ".") + (i % 8 === 7 ? "\n" : " ");
    return { type: "content_delta", unit, attempt: 1, offset: i * PIECE, text };
  });
  return [
    { type: "concept_start", concept_id: unit, unit },
    { type: "attempt_started", unit, attempt: 1 },
    ...deltas,
    { type: "concept_complete", concept_id: unit, unit, kinds: ["tutorial", "resources", "quiz"] },
  ];
}
