import assert from "node:assert/strict";
import { test } from "node:test";
import { ModelError } from "@wayfinder/pipeline";
import { createGuardedFetch, type ResolveName } from "./guarded-fetch.ts";
import { startLoopbackServer } from "./testing/loopback-server.ts";
import { startStallServer } from "./testing/stall-server.ts";

const address = (text: string) => ({ address: text, family: text.includes(":") ? 6 : 4 });
const resolvesTo =
  (...addresses: readonly string[]): ResolveName =>
  (_host, _options, done) =>
    done(null, addresses.map(address));

const refused = (error: unknown) => error instanceof ModelError && error.kind === "address_not_allowed";

test("PR10 private addresses written as numbers are refused before anything is sent", async () => {
  const fetch = createGuardedFetch({ allow_private: false });
  await using server = await startStallServer({ kind: "html" });
  for (const url of [server.base_url, "http://[::1]:1/", "http://2130706433/", "http://0x7f.1/", "http://[::ffff:7f00:1]/"]) {
    await assert.rejects(fetch(url), refused, url);
  }
  assert.equal(server.requests(), 0);
});

test("PR10 names are judged by the address that is connected to, each time anew", async () => {
  const server = await startLoopbackServer((_request, response) => response.end("hello"));
  const url = server.base_url.replace("127.0.0.1", "model.example");
  const answers = [["203.0.113.9"], ["8.8.8.8", "127.0.0.1"], ["::1"], ["127.0.0.1"]];
  let lookups = 0;
  const resolve: ResolveName = (host, options, done) => resolvesTo(...(answers[lookups++] ?? []))(host, options, done);
  const fetch = createGuardedFetch({ allow_private: false, resolve });
  for (const _answer of answers) await assert.rejects(fetch(url), refused);
  assert.equal(lookups, answers.length);
  await server.close();
});

test("PR10 a name that does not resolve fails as it would without the guard", async () => {
  const resolve: ResolveName = (_host, _options, done) => done(new Error("no such name"), []);
  await assert.rejects(createGuardedFetch({ allow_private: false, resolve })("http://model.example/"), /no such name/);
});

test("PR10 other protocols than http and https are refused", async () => {
  const fetch = createGuardedFetch({ allow_private: true });
  await assert.rejects(fetch("file:///etc/passwd"), refused);
});

test("PR10 with private addresses allowed it is a plain fetch: method, headers, body, status, stream; redirects come back as they are", async () => {
  const server = await startLoopbackServer((request, response) => {
    if (request.url === "/v1/away") return response.writeHead(307, { location: "/v1/here" }).end();
    if (request.url === "/v1/none") return response.writeHead(204).end();
    response.writeHead(201, { "x-key": request.headers.authorization, "x-method": request.method });
    request.pipe(response);
  });
  const fetch = createGuardedFetch({ allow_private: true });
  const response = await fetch(`${server.base_url}/here`, { method: "POST", headers: { authorization: "k" }, body: "ünï" });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get("x-key"), "k");
  assert.equal(response.headers.get("x-method"), "POST");
  assert.equal(await response.text(), "ünï");
  assert.equal((await fetch(`${server.base_url}/away`)).status, 307);
  assert.equal((await fetch(`${server.base_url}/none`)).status, 204);
  await assert.rejects(fetch(server.base_url, { method: "POST", body: new FormData() }), TypeError);
  await server.close();
});
