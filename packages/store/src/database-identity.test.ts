import assert from "node:assert/strict";
import { test } from "node:test";
import type pg from "pg";
import { DatabaseIdentity } from "./database-identity.ts";

/** A connection to a database of that system and timeline. */
const connectionTo = (system: string, timeline: string) =>
  ({ query: async () => ({ rows: [{ system, timeline }] }) }) as unknown as Pick<pg.ClientBase, "query">;

test("LG4 a new connection that finds another system or timeline changes the identity, and says so once", async () => {
  let changes = 0;
  const identity = new DatabaseIdentity(() => (changes += 1));
  assert.throws(() => identity.value, /not been looked at/);
  const seen: [string, number][] = [];
  for (const [system, timeline] of [
    ["7", "1"],
    ["7", "1"],
    ["7", "2"],
    ["7", "2"],
    ["8", "2"],
  ] as const) {
    await identity.look(connectionTo(system, timeline));
    seen.push([identity.value, changes]);
  }
  const [a, , b, , c] = seen.map(([value]) => value);
  assert.deepEqual(seen, [
    [a, 0],
    [a, 0],
    [b, 1],
    [b, 1],
    [c, 2],
  ]);
  assert.equal(new Set([a, b, c]).size, 3);
});
