import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, test } from "node:test";
import { createGuardedFetch } from "@wayfinder/llm";
import { startLoopbackServer } from "@wayfinder/llm/testing/loopback-server";
import { createLinkCheck } from "./link-check.ts";

type Pages = Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>>;
const html =
  (title: string, rest = "") =>
  (response: ServerResponse) =>
    void response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(`<html><head><title>${title}</title>${rest}`);
const to = (location: string) => (response: ServerResponse) => void response.writeHead(302, { location }).end();

async function web(pages: Pages, allow_private = true) {
  const asked: string[] = [];
  let now = new Date("2026-11-23T10:00:00Z");
  const server = await startLoopbackServer((request, response) => {
    asked.push(request.url ?? "");
    const page = pages[request.url ?? ""];
    if (page) page(response, request);
    else response.writeHead(404, { "content-type": "text/html" }).end("<title>Flour Water Salt Yeast</title>");
  });
  const base = server.base_url.replace(/\/v1$/, "");
  const links = createLinkCheck({ fetch: createGuardedFetch({ allow_private }), today: () => now });
  const check = (path: string, title = "Flour Water Salt Yeast", signal = new AbortController().signal) =>
    links.check({ url: path.startsWith("/") ? base + path : path, title, signal });
  const pass = (ms: number) => void (now = new Date(now.getTime() + ms));
  return { base, asked, check, pass, [Symbol.asyncDispose]: () => server.close() };
}

describe("links", () => {
  test("PR10 a page that is what it is said to be is a link, with its date; any other is none", async () => {
    await using w = await web({
      "/book": html("Flour, Water, Salt, Yeast &amp; more | A Shop"),
      "/shared": html("Shop", '<meta content="Flour Water Salt Yeast" property="og:title">'),
      "/other": html("Ten cakes"),
      "/plain": (response) =>
        response.writeHead(200, { "content-type": "text/plain" }).end("<title>Flour Water Salt Yeast</title>"),
      "/pdf": (response) =>
        response
          .writeHead(200, { "content-type": "application/pdf" })
          .end("%PDF-1.7\n1 0 obj << /Title (Flour Water Salt Yeast) >>"),
      "/fake-pdf": (response) =>
        response.writeHead(200, { "content-type": "application/pdf" }).end("<html> /Title (Flour Water Salt Yeast)"),
    });
    assert.deepEqual(await w.check("/book"), {
      url: `${w.base}/book`,
      title: "Flour, Water, Salt, Yeast & more | A Shop",
      checked_on: "2026-11-23",
    });
    assert.equal((await w.check("/shared"))?.title, "Flour Water Salt Yeast");
    assert.ok(await w.check("/pdf"));
    for (const path of ["/other", "/plain", "/fake-pdf", "/missing"]) assert.equal(await w.check(path), null, path);
  });

  test("PR10 three redirects are followed, each looked at; a fourth is not", async () => {
    await using w = await web({
      "/1": to("/2"),
      "/2": to("/3"),
      "/3": to("/page"),
      "/0": to("/1"),
      "/page": html("Flour Water Salt Yeast"),
      "/file": to("file:///etc/passwd"),
      "/login": to("http://user:secret@127.0.0.1/"),
      "/nowhere": to("http://"),
    });
    assert.equal((await w.check("/1"))?.url, `${w.base}/page`);
    for (const path of ["/0", "/file", "/login", "/nowhere"]) assert.equal(await w.check(path), null, path);
  });

  test("PR10 no address of this machine or its network is asked, by number, by name or by redirect", async () => {
    await using w = await web({ "/book": html("Flour Water Salt Yeast") }, false);
    const port = new URL(w.base).port;
    const urls = [
      "/book",
      `http://localhost:${port}/book`,
      `http://[::1]:${port}/book`,
      `http://[::ffff:127.0.0.1]:${port}/book`,
      `http://2130706433:${port}/book`,
      `http://0x7f.1:${port}/book`,
      "http://169.254.169.254/latest/meta-data/",
      "http://[fe80::1]/",
      "http://[fd00:ec2::254]/",
      "http://10.0.0.1/",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "not an address",
    ];
    for (const url of urls) assert.equal(await w.check(url), null, url);
    assert.deepEqual(w.asked, []);
  });

  test("PR10 of an endless page only the beginning is read, of a compressed one nothing", async () => {
    let ended = Promise.withResolvers<void>();
    const endless = (title: string) => (response: ServerResponse) => {
      response.writeHead(200, { "content-type": "text/html" }).write(`<title>${title}</title>`);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more).on("close", () => ended.resolve());
      more();
    };
    await using w = await web({
      "/endless": endless("Flour Water Salt Yeast"),
      "/zip": (response) =>
        response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end("<title>Flour Water Salt Yeast"),
    });
    assert.ok(await w.check("/endless"));
    await ended.promise;
    ended = Promise.withResolvers();
    assert.equal(await w.check("/zip"), null);
  });

  test("PR10 a page is fetched once for a while, whatever title is claimed; what was missing is looked for again sooner", async () => {
    await using w = await web({ "/book": html("Flour Water Salt Yeast") });
    await w.check("/book");
    w.pass(6 * 86_400_000);
    assert.equal((await w.check("/book"))?.checked_on, "2026-11-23");
    assert.equal(await w.check("/book", "Ten cakes"), null);
    assert.deepEqual(w.asked, ["/book"]);
    w.pass(86_400_000);
    assert.equal((await w.check("/book"))?.checked_on, "2026-11-30");
    await w.check("/gone");
    await w.check("/gone");
    w.pass(3_600_000);
    await w.check("/gone");
    assert.deepEqual(w.asked, ["/book", "/book", "/gone", "/gone"]);
  });

  test("PL5 a check that is cancelled ends at once and is remembered as nothing", async () => {
    let answers = false;
    const reached = Promise.withResolvers<void>();
    await using w = await web({
      "/slow": (response) => (answers ? html("Flour Water Salt Yeast")(response) : reached.resolve()),
    });
    const cancel = new AbortController();
    const checking = w.check("/slow", undefined, cancel.signal);
    await reached.promise;
    cancel.abort(new Error("enough"));
    await assert.rejects(checking, /enough/);
    answers = true;
    assert.ok(await w.check("/slow"));
  });
});
