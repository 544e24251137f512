import assert from "node:assert/strict";
import { test } from "node:test";
import { actionAfterClose, CLOSE } from "./close-code.ts";

test("CC every named code does what its row says", () => {
  for (const { code, action } of Object.values(CLOSE)) assert.equal(actionAfterClose(code), action, String(code));
});

test("CC protocol errors stop, policy and TLS failures probe, ends without a word depend on the final event", () => {
  for (const code of [1002, 1003, 1007, 1009, 1010]) assert.equal(actionAfterClose(code), "stop", String(code));
  for (const code of [1008, 1015]) assert.equal(actionAfterClose(code), "probe", String(code));
  for (const code of [1000, 1001, 1005, 1006]) assert.equal(actionAfterClose(code), "finished", String(code));
});

test("CC unknown codes follow their hundred", () => {
  for (const code of [4001, 4099, 4402, 4499]) assert.equal(actionAfterClose(code), "stop", String(code));
  for (const code of [4501, 4599, 3000, 4200, 1014, 4999]) assert.equal(actionAfterClose(code), "backoff", String(code));
});
