import type { Snapshot } from "@wayfinder/protocol/fold";

/** What is mended in the settings: another model, another key. */
const IN_SETTINGS: ReadonlySet<string> = new Set([
  "no_model",
  "key_refused",
  "out_of_credit",
  "model_not_found",
  "address_not_allowed",
]);

/** Whether what failed of a task, all of it or a part, needs another model or key before another try helps. */
export function needsSettings({ error, units }: Pick<Snapshot, "error" | "units">): boolean {
  const causes = [error, ...Object.values(units)].map((failed) => failed?.cause);
  return causes.some((cause) => cause !== undefined && IN_SETTINGS.has(cause));
}
