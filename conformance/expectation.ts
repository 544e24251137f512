/** What was seen is not what the rule says. */
export class Unmet extends Error {}

/** Throws unless both have the same JSON; `what` names what was looked at. */
export function expectSame(what: string, seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted))
    throw new Unmet(`${what}: saw ${shortJson(seen)}, wanted ${shortJson(wanted)}`);
}

/** Throws unless it holds; `what` says what was wanted and what was seen. */
export function expectThat(what: string, holds: boolean): void {
  if (!holds) throw new Unmet(what);
}

/** A value's JSON, cut to a line a person can read. */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
