import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { newPerson, openBrowser } from "./browser.ts";
import { freePort } from "./free-port.ts";
import { runProgram, type Program } from "./program.ts";
import { startServerProcess } from "./server-process.ts";
import { newPlace, type StackPlace } from "./stack.ts";
import { until } from "./until.ts";
import { WORDS } from "./words.ts";

/** The development build compiles each page at its first visit. */
const COMPILE_MS = 90_000;

let place: StackPlace;
let web: Program;
let web_url: string;
let browser: Browser;
const started = new AsyncDisposableStack();
before(async () => {
  place = await newPlace();
  started.defer(() => rm(place.data_dir, { recursive: true }));
  const port = await freePort();
  web_url = `http://localhost:${port}`;
  const env = { API_PORT: String(place.api_port), DATA_DIR: place.data_dir, ALLOWED_ORIGINS: web_url };
  const server = await startServerProcess(env);
  started.defer(async () => void (await server.end("SIGTERM")));
  web = runProgram("apps/web/develop.ts", { ...env, WEB_PORT: String(port), NODE_ENV: "development" });
  started.defer(() => web.signal("SIGTERM"));
  browser = started.use(await openBrowser());
  await until(`the development pages\n${web.output()}`, COMPILE_MS, () =>
    fetch(`${web_url}/app/new`).then(
      (r) => r.ok,
      () => false,
    ),
  );
});
after(() => started.disposeAsync());

test("CL9 React's strict mode mounts twice and makes one connection", async () => {
  const person = await newPerson(browser);
  person.setDefaultTimeout(COMPILE_MS);
  const page = await person.newPage();
  const dials: string[] = [];
  page.on("websocket", (socket) => dials.push(socket.url()));
  await page.goto(`${web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).fill(WORDS.en.example);
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page.getByRole("heading", { name: WORDS.en.ready }).waitFor();
  // the development server's own socket for reloads is not ours
  assert.equal(dials.filter((url) => url.includes("/api/v1/ws/")).length, 1, dials.join());
  await person.close();
});
