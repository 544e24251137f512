import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { statusError } from "./status-error.ts";

const refuse = (status: number, body = "{}", own_key = false) =>
  statusError({ status, body, headers: {}, model: "m1", own_key, now_ms: 0 });

test("PL4 a refused key says what to do, by whose key it is", () => {
  assert.equal(
    refuse(401).message,
    "The provider refused this server's key (401). Whoever runs the server sets LLM_API_KEY; in Settings you can use a key of your own.",
  );
  assert.equal(refuse(401, "{}", true).message, "The provider refused your key (401). Enter another one in Settings.");
});

test("PL4 who brought a key reads of nothing that only the server's owner can set", () => {
  for (const status of [301, 401, 402, 403, 404]) {
    assert.doesNotMatch(refuse(status, "{}", true).message, /LLM_|runs the server/, `${status}`);
    assert.match(refuse(status).message, /[Ww]hoever runs the server/, `${status}`);
  }
});

test("PL4 an empty account is told from too many requests, whatever status the provider takes for it", () => {
  assert.equal(refuse(402).kind, "out_of_credit");
  assert.equal(refuse(429, '{"error":{"code":"insufficient_quota"}}').kind, "out_of_credit");
  assert.equal(refuse(400, '{"error":{"message":"Your credit balance is too low"}}').kind, "out_of_credit");
  assert.equal(refuse(400, '{"code":"Arrearage"}').kind, "out_of_credit");
  assert.equal(refuse(429, '{"error":{"code":"rate_limit_exceeded"}}').kind, "rate_limited");
});

test("PL4 an unknown model is told from a refused request", () => {
  assert.equal(refuse(404).kind, "model_not_found");
  assert.equal(refuse(400, '{"error":{"message":"x is not a valid model ID"}}').kind, "model_not_found");
  assert.equal(refuse(400, '{"error":{"message":"response_format unsupported"}}').kind, "request_refused");
});

test("PL4 what can pass is not lasting, what cannot is", () => {
  for (const status of [408, 409, 425, 429, 500, 502, 503, 529]) assert.equal(refuse(status).lasting, false, `${status}`);
  for (const status of [301, 400, 401, 402, 403, 404, 413, 422]) assert.equal(refuse(status).lasting, true, `${status}`);
});

test("MS6 no word of the provider's body gets into the message", () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 599 }), fc.uuid(), (status, secret) => {
      const error = refuse(status, `{"error":{"message":"${secret} insufficient_quota"}}`);
      assert.ok(!error.message.includes(secret));
      assert.ok(error.message.includes(String(status)));
      assert.equal(error.cause, undefined);
    }),
  );
});
