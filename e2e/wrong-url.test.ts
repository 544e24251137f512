import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { freePort } from "./free-port.ts";
import { runProgram } from "./program.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";
import { newPlace, type StackPlace } from "./stack.ts";
import { until } from "./until.ts";
import { WORDS } from "./words.ts";
import { wrongProxy, type Wrong, type WrongProxy } from "./wrong-path-proxy.ts";

/** CL6, plus what a page needs to load on two busy cores. Milliseconds. */
const FINAL_MS = 15_000;
const WEB_START_MS = 60_000;
const LOAD_MS = 10_000;

let place: StackPlace;
let server: ServerProcess;
let browser: Browser;
const stops: (() => unknown)[] = [];

before(async () => {
  place = await newPlace();
  browser = await openBrowser();
});
after(async () => {
  for (const stop of stops.reverse()) await stop();
  await browser.close();
  await rm(place.data_dir, { recursive: true });
});

/** The pages, told that the API is where the proxy listens. */
async function startBehind(wrong: Wrong): Promise<{ web_url: string; proxy: WrongProxy }> {
  const [proxy_port, web_port] = [await freePort(), await freePort()];
  const web_url = `http://localhost:${web_port}`;
  server = await startServerProcess({ DATA_DIR: place.data_dir, API_PORT: String(place.api_port), ALLOWED_ORIGINS: web_url });
  stops.push(() => server.end("SIGTERM"));
  const proxy = await wrongProxy(proxy_port, place.api_port, wrong);
  stops.push(() => proxy.server.close());
  const web = runProgram("apps/web/serve.ts", { API_PORT: String(proxy_port), WEB_PORT: String(web_port) });
  stops.push(() => web.signal("SIGTERM"));
  await until(`the pages\n${web.output()}`, WEB_START_MS, () =>
    fetch(web_url).then(
      (r) => r.ok,
      () => false,
    ),
  );
  return { web_url, proxy };
}

for (const wrong of ["path", "server"] as const) {
  test(`CL6 a wrong ${wrong} ends in a final, visible state within 3 dials and 15 s, said once in the console`, async () => {
    const { web_url, proxy } = await startBehind(wrong);
    const person = await newPerson(browser);
    const page = await person.newPage();
    const { lines } = collectConsole(page);
    await page.goto(`${web_url}/app/new`);
    await page.getByLabel(WORDS.en.goal).fill(WORDS.en.example);
    await page.getByRole("button", { name: WORDS.en.generate }).click();
    await page.waitForURL(/\/app\/tasks\/[^/]+$/, { timeout: LOAD_MS });
    await page.getByText("Nothing answers at this address").first().waitFor({ timeout: FINAL_MS });
    const dials = proxy.dials();
    assert.ok(dials >= 1 && dials <= 3, `${dials} dials`);
    assert.equal(lines.filter((line) => /wrong/i.test(line)).length, 1, lines.join("\n"));
    // nothing is tried again: a dial would come within the longest delay of the first retries
    await page.waitForTimeout(3_000);
    assert.equal(proxy.dials(), dials);
    await person.close();
    for (const stop of stops.splice(0).reverse()) await stop();
  });
}
