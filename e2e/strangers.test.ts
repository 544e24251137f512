import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { newPerson, openBrowser } from "./browser.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";
import { WORDS } from "./words.ts";

let stack: Stack;
let browser: Browser;
let task_id: string;
let stranger: BrowserContext;
const started = new AsyncDisposableStack();
before(async () => {
  stack = started.use(await startStack());
  browser = started.use(await openBrowser());
  const owner = await newPerson(browser);
  const page = await owner.newPage();
  await page.goto(`${stack.web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).fill(WORDS.en.example);
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page.waitForURL(/\/app\/tasks\/[^/]+$/);
  task_id = page.url().split("/").at(-1) ?? "";
  stranger = await newPerson(browser);
});
after(() => started.disposeAsync());

/** What HTTP and the socket answer to the page's own guest. */
const ask = (page: Page, id: string) =>
  page.evaluate(
    async ([api, task]) => {
      const { status } = await fetch(`${api}/api/v1/tasks/${task}`, { credentials: "include" });
      const socket = new WebSocket(`${api!.replace("http", "ws")}/api/v1/ws/${task}?include_history=true`);
      const code = await new Promise<number>((resolve) => socket.addEventListener("close", (event) => resolve(event.code)));
      return { status, code };
    },
    [stack.api_url, id] as const,
  );

test("HS4 a task of another guest answers 403 and 4403, an unknown one 404 and 4404", async () => {
  const page = await stranger.newPage();
  await page.goto(`${stack.web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).waitFor();
  // the promise itself would count as true for waitForFunction
  const isGuest = () =>
    page.evaluate(async (api) => (await fetch(`${api}/api/v1/tasks`, { credentials: "include" })).ok, stack.api_url);
  await until("a session of the stranger's own", 20_000, isGuest);
  assert.deepEqual(await ask(page, task_id), { status: 403, code: 4403 });
  assert.deepEqual(await ask(page, "nobody"), { status: 404, code: 4404 });
});

test("CC 4403 and 4404 are final states that a person can read", async () => {
  const page = await stranger.newPage();
  await page.goto(`${stack.web_url}/app/tasks/${task_id}`);
  await page.getByText("This task belongs to somebody else").first().waitFor();
  await page.goto(`${stack.web_url}/app/tasks/nobody`);
  await page.getByText("No task at this address").first().waitFor();
});
