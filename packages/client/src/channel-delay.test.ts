import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { connected, progress } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const stateOf = (w: WatchedChannel): string => w.connection.state;

/** One connection of a storm: how far it comes, how long it lives, how it ends. */
const lines = fc.array(
  fc.record({
    says: fc.constantFrom("nothing", "connected", "progress"),
    lives_ms: fc.constantFrom(0, 50, 5_000, 9_999, 10_000, 20_000),
    code: fc.constantFrom(1006, 1001, 4500, 1011, 4508),
  }),
  { minLength: 1, maxLength: 9 },
);

test("CL3 every delay of a storm follows n, and n is what this model counts", () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 0.999, noNaN: true }), (storm, random) => {
      const w = new WatchedChannel({ random: () => random });
      let [n, seq] = [0, 0];
      for (const [i, { says, lives_ms, code }] of storm.entries()) {
        const connection = w.transport.last.open();
        if (says !== "nothing") connection.say(connected({ resume: i === 0 ? "fresh" : "ok", from: seq + 1 }));
        if (says === "progress") connection.say(progress(++seq));
        const is_healthy = says === "progress" || (says === "connected" && lives_ms >= 10_000);
        n = is_healthy ? 1 : n + 1;
        w.clock.advance(says === "nothing" ? 0 : lives_ms);
        connection.end(code);

        if (stateOf(w) === "suspended") return; // CL7: failing for 120 s.
        assert.equal(w.connection.attempt, n);
        const delay = 100 + random * Math.min(30_000, 500 * 2 ** n);
        assert.ok(Math.abs((w.connection.next_try_at ?? 0) - w.clock.now() - delay) < 0.01);
        w.clock.advance(delay + 0.01);
        // The 250 ms between two dials may stretch the shortest delays.
        if (stateOf(w) === "backoff") w.clock.advance(250);
        if (stateOf(w) === "suspended") return; // CL4: the bucket is empty.
        assert.equal(w.transport.dials.length, i + 2);
      }
    }),
  );
});
