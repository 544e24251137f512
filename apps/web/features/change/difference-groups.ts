import type { Difference } from "@wayfinder/protocol";

/** What the differences of a change are read as; what the plan makes of them comes last. */
export const DIFFERENCE_GROUPS = ["added", "removed", "changed", "moved", "plan"] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/** The differences by group, in reading order; empty groups are left out. */
export function groupDifferences(
  differences: readonly Difference[],
): { readonly group: DifferenceGroup; readonly items: readonly Difference[] }[] {
  const groups = Map.groupBy(differences, ({ kind, target }): DifferenceGroup => (target === "plan" ? "plan" : kind));
  return DIFFERENCE_GROUPS.flatMap((group) => {
    const items = groups.get(group);
    return items ? [{ group, items }] : [];
  });
}
