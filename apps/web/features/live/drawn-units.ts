import type { Concept, ContentKind, Roadmap } from "@wayfinder/protocol";
import type { Snapshot, UnitState } from "@wayfinder/protocol/fold";
import { kindOfUnit } from "./unit-kind.ts";

/** A concept's content has these. The protocol's own list stands beside schemas whose validator a page should not load. */
const KINDS: readonly ContentKind[] = ["tutorial", "resources", "quiz"];

interface Written {
  readonly roadmap: Pick<Roadmap, "stages">;
  /** What the log of a later task tells. */
  readonly units: Snapshot["units"];
  /** Whether that log has ended. */
  readonly isOver: boolean;
}

/** The content of a roadmap as it stands, with what a later task does to it: its log is newer, but a failed try takes nothing away. */
export function drawnUnits({ roadmap, units, isOver }: Written): Snapshot["units"] {
  const concepts = roadmap.stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  const kept = new Map(concepts.map((concept) => [concept.concept_id, concept.content]));
  const told = Object.entries(units).filter(([name, unit]) => {
    if (unit.status === "generating") return !isOver;
    if (unit.status === "ready") return true;
    return !kindsOf(name, unit).every((kind) => kept.get(unit.concept_id)?.[kind]?.status === "ready");
  });
  const covered = new Set(told.flatMap(([name, unit]) => kindsOf(name, unit).map((kind) => `${unit.concept_id}/${kind}`)));
  const rest = concepts.flatMap(keptUnits).filter(([name]) => !covered.has(name));
  return Object.fromEntries([...rest, ...told]);
}

/** What a unit is about: told when it is done, before that by its name. */
function kindsOf(name: string, { kinds }: UnitState): readonly ContentKind[] {
  const kind = kindOfUnit(name);
  if (kinds.length > 0) return kinds;
  return kind ? [kind] : KINDS;
}

/** The units of a concept that are written or have failed. */
const keptUnits = ({ concept_id, content }: Concept): [string, UnitState][] =>
  KINDS.flatMap((kind): [string, UnitState][] => {
    const status = content[kind]?.status;
    return status === "ready" || status === "failed" ? [[`${concept_id}/${kind}`, { concept_id, status, kinds: [kind] }]] : [];
  });
