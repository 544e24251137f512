import type { Finding, Repair } from "@wayfinder/protocol";
import { copyDraft, type Draft } from "./draft.ts";
import { repairCycles } from "./repair-cycles.ts";
import { repairDuplicates } from "./repair-duplicates.ts";
import { repairEdges, repairRedundantEdges } from "./repair-edges.ts";
import { repairHours } from "./repair-hours.ts";
import { repairIdentifiers } from "./repair-identifiers.ts";
import { RepairLog } from "./repair-log.ts";
import { repairOrder } from "./repair-order.ts";
import { repairOutcomes, repairOutcomeReferences } from "./repair-outcomes.ts";
import { dropEmpty, repairStageOrder, repairTexts } from "./repair-outline.ts";

/**
 * Makes a structure sound and lean (PR1, PR2, PR5) and tells of each fix (PR7). Idempotent; the draft handed in stays as it is.
 *
 * Concepts which are `settled` (they have a history) are never dropped, and of two namesakes the settled one stays. Strays that are
 * `wanted` are joined to an outcome instead of being dropped.
 * `refusals` word the fixes for whom they leave nothing of an edit.
 * What code cannot mend remains for the linter: a draft with fewer than two different concepts.
 */
export function repairDraft(
  draft: Draft,
  settled: ReadonlySet<string> = new Set(),
  wanted: ReadonlySet<string> = settled,
): { draft: Draft; repairs: Repair[]; refusals: Finding[] } {
  const work = copyDraft(draft);
  const log = new RepairLog(draft.language);
  dropEmpty(work, log);
  repairTexts(work, log);
  repairIdentifiers(work, log);
  repairHours(work, log);
  repairEdges(work, log);
  repairOutcomeReferences(work, log);
  repairDuplicates(work, log, settled);
  repairCycles(work, log);
  repairRedundantEdges(work, log);
  repairOutcomes(work, log, wanted);
  dropEmpty(work, log);
  repairOrder(work, log);
  dropEmpty(work, log);
  repairStageOrder(work, log);
  return { draft: work, repairs: log.repairs, refusals: log.refusals };
}
