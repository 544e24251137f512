import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole, type ConsoleLines } from "./console-lines.ts";
import { startStack, type Stack } from "./stack.ts";
import { WORDS, type PageLanguage } from "./words.ts";

/** From the click to the finished roadmap on two busy cores. Milliseconds. */
const FINISHED_MS = 30_000;
/** Long enough for an answer of either kind to be on the page. Milliseconds. */
const SETTLED_MS = 3_000;

let stack: Stack;
let browser: Browser;
const started = new AsyncDisposableStack();
before(async () => {
  stack = started.use(await startStack());
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

/** Fills the form and sends it; resolves on the live page. */
async function generate(page: Page, language: PageLanguage): Promise<void> {
  const words = WORDS[language];
  await page.goto(`${stack.web_url}/app/new`);
  await page.getByLabel(words.goal).fill(words.example);
  await page.getByRole("button", { name: words.generate }).click();
  await page.waitForURL(/\/app\/tasks\/[^/]+$/);
}

/** The work is done and the goal, which the page asks for beside the channel, is shown. */
async function finished(page: Page, language: PageLanguage): Promise<void> {
  await page.getByRole("heading", { name: WORDS[language].ready }).waitFor({ timeout: FINISHED_MS });
  await page.getByText(WORDS[language].example).first().waitFor();
}

/** All that the page shows, without what it only says aloud. */
const shown = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const main = document.querySelector("main").cloneNode(true);
    for (const aloud of main.querySelectorAll("[aria-live]")) aloud.remove();
    return main.textContent;
  })()`);

/** CL10: the four lines in their order, and no line of a reconnect. */
function assertHealthy({ lines, errors }: ConsoleLines, task_id: string): void {
  const url = `[WS] Connecting to: ${stack.api_url.replace("http", "ws")}/api/v1/ws/${task_id}`;
  const wanted = [url, "[WS] Connected", "[WS] Message: connected", "[WS] Message: progress"];
  let at = -1;
  for (const line of wanted) {
    const found = lines.findIndex((said, i) => i > at && said === line);
    assert.ok(found > at, `"${line}" in its place among\n${lines.join("\n")}`);
    at = found;
  }
  assert.ok(!lines.some((line) => /Reconnecting|Connection closed/.test(line)), lines.join("\n"));
  assert.deepEqual(errors, []);
}

for (const language of ["en", "zh"] as const) {
  describe(`the main path in ${language}`, () => {
    test("CL10 the form leads to a finished roadmap, the four console lines appear in order, nothing reconnects", async () => {
      const person = await newPerson(browser, { language });
      const page = await person.newPage();
      const console_lines = collectConsole(page);
      let sockets = 0;
      page.on("websocket", () => (sockets += 1));
      await generate(page, language);
      await finished(page, language);
      const task_id = page.url().split("/").at(-1) ?? "";
      assertHealthy(console_lines, task_id);
      assert.equal(sockets, 1);
      await page.getByRole("link", { name: WORDS[language].open }).first().click();
      await page.waitForURL(/\/app\/roadmaps\/[^/]+$/);
      await person.close();
    });

    test("HS1 reloaded in the middle and at the end, the live page shows the same", async () => {
      const person = await newPerson(browser, { language });
      const page = await person.newPage();
      await generate(page, language);
      await page.reload();
      await finished(page, language);
      const first = await shown(page);
      await page.reload();
      await finished(page, language);
      assert.equal(await shown(page), first);
      await person.close();
    });
  });
}

test("CT4 the roadmap leads to a concept: its text, its resources, and a quiz that is graded", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  const { errors } = collectConsole(page);
  await generate(page, "en");
  await finished(page, "en");
  await page.getByRole("link", { name: WORDS.en.open }).first().click();
  await page.waitForURL(/\/app\/roadmaps\/[^/]+$/);
  const first = page.locator('a[href*="/concepts/"]').first();
  await first.click();
  await page.waitForURL(/\/concepts\/[^/]+$/);
  await page.getByRole("heading", { name: "Why it matters" }).waitFor();
  const option = page.getByRole("radio").first();
  await option.check();
  await page
    .getByRole("button", { name: /check|answer/i })
    .first()
    .click();
  await page
    .getByText(/right answer|your answer|correct|not quite/i)
    .first()
    .waitFor();
  assert.deepEqual(errors, []);
  await person.close();
});

test("LG10 a task that has ended is removed from the list after a question; its roadmap stays", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  const { errors } = collectConsole(page);
  await generate(page, "en");
  await finished(page, "en");
  await page.getByRole("link", { name: WORDS.en.open }).first().click();
  await page.waitForURL(/\/app\/roadmaps\/[^/]+$/);
  const roadmap = page.url();
  await page.goto(`${stack.web_url}/app/tasks`);
  const bin = page.getByRole("button", { name: `Remove: ${WORDS.en.example}` });
  await bin.click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await bin.click();
  await page.getByRole("button", { name: "Remove the task" }).click();
  await page.getByRole("heading", { name: "No tasks yet" }).waitFor();
  assert.equal((await page.goto(roadmap))?.status(), 200);
  await page.getByText(WORDS.en.example).first().waitFor();
  assert.deepEqual(errors, []);
  await person.close();
});

test("API HTML, SQL, emoji and right-to-left text in the goal are text: refused or shown, never executed", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'; DROP TABLE task; -- أريد 🙂`;
  await page.goto(`${stack.web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).fill(hostile);
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page
    .getByText("not covered", { exact: false })
    .or(page.getByText("does not cover", { exact: false }))
    .first()
    .waitFor();
  assert.equal(await page.getByLabel(WORDS.en.goal).inputValue(), hostile, "the form stays as typed");
  await page.getByLabel(WORDS.en.goal).fill(`learn react <b onmouseover="window.hacked=1">now</b>`);
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page.waitForURL(/\/app\/tasks\/[^/]+$/, { timeout: SETTLED_MS }).catch(() => undefined);
  assert.equal(await page.evaluate("window.hacked"), undefined);
  await person.close();
});

test("CG1 where nobody asked for it, there is no preview of concept files", async () => {
  for (const url of [`${stack.web_url}/app/explore/preview`, `${stack.api_url}/api/v1/catalogue/preview`])
    assert.equal((await fetch(url)).status, 404, url);
});
