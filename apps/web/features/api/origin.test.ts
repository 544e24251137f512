import assert from "node:assert/strict";
import { test } from "node:test";
import { apiOrigin } from "./origin.ts";

const address = { apiPort: 8123, publicApiUrl: "https://api.example.org" };

test("WEB1 a page on a loopback name talks to the API under that same name", () => {
  assert.equal(apiOrigin("localhost", address), "http://localhost:8123");
  assert.equal(apiOrigin("127.0.0.1", address), "http://127.0.0.1:8123");
  assert.equal(apiOrigin("[::1]", address), "http://[::1]:8123");
});

test("WEB1 any other name takes the public address", () => {
  assert.equal(apiOrigin("learn.example.org", address), "https://api.example.org");
  assert.equal(apiOrigin("localhost.example.org", address), "https://api.example.org");
});
