import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConnectionName, ConnectionState } from "@wayfinder/client";
import { connectionBar, connectionWord, hasBeenHeard } from "./connection-view.ts";

const at = (state: ConnectionName, rest: Partial<ConnectionState> = {}): ConnectionState => ({
  state,
  url: "ws://x",
  attempt: 0,
  ...rest,
});

test("WEB45 each state of the channel has a quiet word", () => {
  const words = (["idle", "replaying", "live", "backoff", "probing", "offline", "suspended", "done", "failed"] as const).map(
    (s) => connectionWord(at(s)),
  );
  assert.deepEqual(words, [
    "connecting",
    "catching_up",
    "live",
    "reconnecting",
    "reconnecting",
    "offline",
    "gave_up",
    "ended",
    "stopped",
  ]);
  assert.equal(connectionWord(at("connecting", { attempt: 1 })), "reconnecting");
});

test("WEB45 a short interruption is a word, a longer one a bar", () => {
  assert.equal(connectionBar(at("live")), null);
  assert.equal(connectionBar(at("backoff", { attempt: 1 })), null);
  assert.deepEqual(connectionBar(at("backoff", { attempt: 2 })), { kind: "reconnecting" });
  assert.deepEqual(connectionBar(at("connecting", { attempt: 3 })), { kind: "reconnecting" });
});

test("WEB45 nothing is claimed of a task before the server has spoken of it", () => {
  for (const state of ["idle", "connecting", "backoff", "offline", "failed"] as const)
    assert.equal(hasBeenHeard(at(state)), false, state);
  for (const state of ["replaying", "live", "done"] as const) assert.equal(hasBeenHeard(at(state)), true, state);
});

test("WEB45 giving up says when the next try is, stopping says why", () => {
  assert.deepEqual(connectionBar(at("suspended", { next_try_at: 5 })), { kind: "gave_up", next_try_at: 5 });
  assert.deepEqual(connectionBar(at("failed", { reason: "wrong_url" })), { kind: "stopped", reason: "wrong_url" });
  assert.equal(connectionBar(at("done")), null);
});
