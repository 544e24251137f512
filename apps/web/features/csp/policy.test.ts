import assert from "node:assert/strict";
import { test } from "node:test";
import { contentSecurityPolicy } from "./policy.ts";

const address = { apiPort: 8100, publicApiUrl: "https://api.example.org" };
const directive = (host: string, name: string) =>
  contentSecurityPolicy({ host, nonce: "n0", address })
    .split("; ")
    .find((d) => d.startsWith(`${name} `));

test("WEB3 connections go to the API alone, over http and ws", () => {
  assert.equal(directive("learn.example.org", "connect-src"), "connect-src 'self' https://api.example.org wss://api.example.org");
  assert.match(directive("localhost:3100", "connect-src") ?? "", / http:\/\/localhost:8100 ws:\/\/localhost:8100 /);
});

test("WEB3 a Host header cannot add a source of its own", () => {
  assert.doesNotMatch(contentSecurityPolicy({ host: "evil.example; script-src *", nonce: "n0", address }), /evil|\*/);
});

test("WEB3 scripts need the nonce, nothing is evaluated, nobody may frame us", () => {
  assert.equal(directive("localhost", "script-src"), "script-src 'self' 'nonce-n0' 'strict-dynamic'");
  assert.equal(directive("localhost", "frame-ancestors"), "frame-ancestors 'none'");
  assert.equal(directive("localhost", "img-src"), "img-src 'self' data:");
});
