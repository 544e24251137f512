/** Ten minutes: a provider that asks for more is treated as asking for this; the engine's own tries end long before. */
const LONGEST_WAIT_MS = 600_000;

/** Reads Retry-After (RFC 9110: whole seconds or an HTTP date) or `retry-after-ms`; ms from `now_ms`, null where it says nothing usable. */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now_ms: number): number | null {
  const precise = Number.parseFloat(headers["retry-after-ms"] ?? "");
  if (Number.isFinite(precise)) return within(precise);
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return within(Number(value) * 1000);
  const date_ms = value === "" ? Number.NaN : Date.parse(value);
  return Number.isNaN(date_ms) ? null : within(date_ms - now_ms);
}

function within(wait_ms: number): number {
  return Math.min(Math.max(Math.round(wait_ms), 0), LONGEST_WAIT_MS);
}
