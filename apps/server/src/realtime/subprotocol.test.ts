import assert from "node:assert/strict";
import { test } from "node:test";
import { readOffer } from "./subprotocol.ts";

test("HS5 v1 is echoed, and spoken when nothing was offered", () => {
  assert.deepEqual(readOffer(undefined), { echo: null, fits: true, ticket: null });
  assert.deepEqual(readOffer("task.v2, task.v1"), { echo: "task.v1", fits: true, ticket: null });
});

test("HS5 without a common version the first offered is echoed, but never a ticket", () => {
  assert.deepEqual(readOffer("ticket.abc, task.v9, task.v8"), { echo: "task.v9", fits: false, ticket: "abc" });
});

test("HS4 a ticket is read and not echoed", () => {
  assert.deepEqual(readOffer("task.v1, ticket.s3cret"), { echo: "task.v1", fits: true, ticket: "s3cret" });
  assert.deepEqual(readOffer("ticket.s3cret"), { echo: null, fits: true, ticket: "s3cret" });
});
