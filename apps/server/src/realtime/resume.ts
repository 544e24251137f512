/** From where a watcher is served, and what became of its place (HS1, HS7). */
export interface Resume {
  readonly from: number;
  readonly resume: "fresh" | "ok" | "reset";
}

/**
 * Decides where a watcher begins; null when `after` is not an integer ≥ 0 (4400).
 *
 * `include_history` without `after`: from 1; neither: after the head; `after`: after it, unless the epoch differs or it lies beyond the head.
 */
export function decideResume(query: URLSearchParams, log: { epoch: string; head: number }): Resume | null {
  const after = query.get("after");
  if (after === null) {
    const history = ["true", "1"].includes(query.get("include_history") ?? "");
    return { from: history ? 1 : log.head + 1, resume: "fresh" };
  }
  if (!/^\d{1,15}$/.test(after)) return null;
  const epoch = query.get("epoch");
  if ((epoch !== null && epoch !== log.epoch) || Number(after) > log.head) return { from: 1, resume: "reset" };
  return { from: Number(after) + 1, resume: "ok" };
}
