import assert from "node:assert/strict";
import { test } from "node:test";
import { dialUrl, probeUrl, socketUrl, withoutQuery } from "./dial-url.ts";

const url = "ws://localhost:8000/api/v1/ws/t1?include_history=true";

test("HS1 the first dial is the server's link as it is; a resume adds after and epoch", () => {
  assert.equal(dialUrl({ url, last: 0, placed: false, epoch: null }), url);
  assert.equal(dialUrl({ url, last: 0, placed: true, epoch: "e 1" }), `${url}&after=0&epoch=e+1`);
  assert.equal(dialUrl({ url, last: 7, placed: true, epoch: null }), `${url}&after=7`);
  assert.equal(dialUrl({ url: `${url}&after=3&epoch=old`, last: 8, placed: true, epoch: "new" }), `${url}&after=8&epoch=new`);
});

test("HS2 the probe asks the same address over HTTP", () => {
  assert.equal(probeUrl(url), "http://localhost:8000/api/v1/ws/t1?include_history=true");
  assert.equal(probeUrl("wss://a.test/x"), "https://a.test/x");
});

test("HS4 what is printed has no query", () => {
  assert.equal(withoutQuery(`${url}&ticket=secret#x`), "ws://localhost:8000/api/v1/ws/t1");
});

test("CL6 only an absolute ws or wss address can be dialled", () => {
  for (const wrong of [
    "",
    "nonsense",
    "/api/v1/ws/t1",
    "localhost:8000/api/v1/ws/t1",
    "http://localhost/api/v1/ws/t1",
    "ws://",
  ]) {
    assert.equal(socketUrl(wrong), null, wrong);
  }
  assert.equal(socketUrl("wss://a.test/x#part")?.href, "wss://a.test/x");
});
