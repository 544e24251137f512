import assert from "node:assert/strict";
import { test } from "node:test";
import { probeVerdict, type ProbeAnswer } from "./probe-verdict.ts";

const verdict = (status: number, signed: boolean, worked_before = false) =>
  probeVerdict({ kind: "answer", status, signed, retry_after_ms: 7_000 }, { worked_before });

test("CL5 signed 400, 403, 404 and 410 stop at once", () => {
  const reasons = [400, 403, 404, 410].map((status) => verdict(status, true));
  assert.deepEqual(reasons, ["bad_message", "not_yours", "no_such_task", "gone"]);
});

test("CL5 a signed 401 refreshes; the signed 426 of a right address means that only the handshake is blocked", () => {
  assert.equal(verdict(401, true), "refresh");
  assert.equal(verdict(426, true), "blocked");
});

test("CL5 429 and 5xx back off, signed or not", () => {
  for (const status of [429, 500, 502, 503, 504]) {
    for (const signed of [true, false]) assert.equal(verdict(status, signed), "backoff");
  }
});

test("CL5 any other answer without our header is suspect", () => {
  for (const status of [0, 200, 301, 302, 400, 401, 403, 404, 410, 426]) assert.equal(verdict(status, false), "suspect");
});

test("CL5 an answer that the page may not read is suspect only while the address has never worked", () => {
  const opaque: ProbeAnswer = { kind: "opaque" };
  assert.equal(probeVerdict(opaque, { worked_before: false }), "suspect");
  assert.equal(probeVerdict(opaque, { worked_before: true }), "backoff");
  assert.equal(probeVerdict({ kind: "unreachable" }, { worked_before: false }), "backoff");
});
