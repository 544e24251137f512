import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { accessibilityViolations } from "./accessibility.ts";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";

const DATA = join(import.meta.dirname, "../packages/catalogue/data");
/** From a saved file or a link to the page that shows it, on two busy cores. Milliseconds. */
const SHOWN_MS = 10_000;

let stack: Stack;
let browser: Browser;
/** A copy of the concept files, to be written to. */
let dir: string;
const started = new AsyncDisposableStack();
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "wayfinder-catalogue-"));
  started.defer(() => rmSync(dir, { recursive: true }));
  cpSync(DATA, dir, { recursive: true });
  stack = started.use(await startStack({ script: "preview.mjs", env: { CATALOGUE_DIR: dir } }));
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

/** The concept whose card has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>("document.activeElement?.dataset.concept ?? null");

describe("the catalogue, walked without a plan", () => {
  test("EX3 by keys alone: from the domains along the prerequisites into a text, and on to a goal", async () => {
    const person = await newPerson(browser, { viewport: { width: 1440, height: 900 } });
    const page = await person.newPage();
    const { errors } = collectConsole(page);
    await page.goto(`${stack.web_url}/app/explore`);
    await page.getByRole("link", { name: /Walk the map.*Web front end/ }).press("Enter");
    await page.waitForURL(/\/app\/explore\/web-frontend$/);
    await page.locator('[data-concept="js-functions"]').focus();
    const walked: (string | null)[] = [];
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "Home", "End"]) {
      await page.keyboard.press(key);
      walked.push(await focused(page));
    }
    assert.deepEqual(walked, [
      "js-control-flow",
      "js-functions",
      "js-arrays-objects",
      "js-closures",
      "js-arrays-objects",
      "web-how-it-works",
      "web-project-app",
    ]);
    await page.locator('[data-concept="css-box-model"]').focus();
    const pane = page.getByRole("region", { name: "The concept you look at" });
    await pane.getByRole("heading", { name: "The box model" }).waitFor();
    await pane.getByRole("button", { name: "Selectors, cascade and specificity" }).waitFor();
    assert.equal(await page.locator('.explore-lines [data-near="true"]').count(), 4);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement?.textContent"), "Read it: The box model");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/web-frontend\/css-box-model$/);
    await page.getByRole("heading", { name: "Why it matters" }).waitFor();
    await page.getByRole("link", { name: "Next on the map" }).press("Enter");
    await page.waitForURL(/\/web-frontend\/css-flexbox$/);
    await page.getByRole("link", { name: "Make a roadmap to here" }).press("Enter");
    await page.waitForURL(/\/app\/new/);
    const goal = page.getByLabel("Learning goal");
    await until("the goal in the form", SHOWN_MS, async () => (await goal.inputValue()) === "Flexbox");
    assert.deepEqual(errors, []);
    await person.close();
  });

  test("EX2 an answer is graded and explained, and a reload knows nothing of it", async () => {
    const person = await newPerson(browser, { language: "zh" });
    const page = await person.newPage();
    await page.goto(`${stack.web_url}/app/explore/web-frontend/css-box-model`);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "核对答案" }).click();
    await page.getByRole("button", { name: "下一题" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "核对答案" }).waitFor();
    await person.close();
  });

  test("EX3 on a phone the stages are lists, and a chip leads to what is needed", async () => {
    const person = await newPerson(browser, { viewport: { width: 390, height: 844 } });
    const page = await person.newPage();
    await page.goto(`${stack.web_url}/app/explore/web-frontend`);
    await page.getByRole("list", { name: "Needed for Flexbox" }).getByRole("link", { name: "The box model" }).click();
    await page.waitForURL(/\/web-frontend\/css-box-model$/);
    await person.close();
  });

  test("EX3 an address of nothing says so in words, and leads back", async () => {
    const person = await newPerson(browser, { language: "zh", theme: "dark" });
    const page = await person.newPage();
    for (const [path, title] of [
      ["nowhere", "这个地址没有领域"],
      ["web-frontend/nothing", "这个地址没有概念"],
      ["python-data/css-box-model", "这个地址没有概念"],
    ]) {
      await page.goto(`${stack.web_url}/app/explore/${path}`);
      await page.getByRole("heading", { name: title }).waitFor();
      assert.deepEqual(await accessibilityViolations(page), [], path);
    }
    await page.getByRole("link", { name: "所有领域" }).click();
    await page.waitForURL(/\/app\/explore$/);
    await person.close();
  });

  test("EX3 without the server the page says so, and works again when it is back", async () => {
    const person = await newPerson(browser);
    const page = await person.newPage();
    await page.route(`${stack.api_url}/api/v1/catalogue**`, (route) => route.abort());
    await page.goto(`${stack.web_url}/app/explore/python-data`);
    await page.getByRole("heading", { name: "No connection to the server" }).waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    await page.unroute(`${stack.api_url}/api/v1/catalogue**`);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Python and data analysis" }).waitFor();
    await person.close();
  });
});

describe("a concept file while somebody writes it", () => {
  const file = () => join(dir, "web-frontend", "css-box-model.md");
  const change = (from: string, to: string) => writeFileSync(file(), readFileSync(file(), "utf8").replace(from, to));

  test("CG1 the page follows the file: its text, its findings, and what it was when it cannot be read", async () => {
    const person = await newPerson(browser);
    const page = await person.newPage();
    const { errors } = collectConsole(page);
    await page.goto(`${stack.web_url}/app/explore/preview`);
    await page.getByRole("link", { name: "The box model" }).click();
    await page.getByText("This file keeps every rule.").waitFor();
    await page.getByText("Following the files").waitFor();
    change("Every element on a page is laid out as a rectangle.", "Every element is obviously a rectangle.");
    await page.getByText("Every element is obviously a rectangle.").waitFor({ timeout: SHOWN_MS });
    await page.getByText("1 finding").waitFor();
    await page.getByText(/hype or talking down: "obviously"/).waitFor();
    assert.deepEqual(await accessibilityViolations(page), []);
    change("title: {", "title: {{");
    await page.getByText("The file cannot be read at the moment").waitFor({ timeout: SHOWN_MS });
    assert.ok(await page.getByText("Every element is obviously a rectangle.").isVisible());
    change("title: {{", "title: {");
    change("is obviously a rectangle", "is a box");
    await page.getByText("Every element is a box.").waitFor({ timeout: SHOWN_MS });
    await until("the old notice to go", SHOWN_MS, async () => !(await page.getByText("cannot be read").isVisible()));
    assert.deepEqual(errors, []);
    await person.close();
  });

  test("CG1 a page waits for a file that is still to be written", async () => {
    const person = await newPerson(browser);
    const page = await person.newPage();
    await page.goto(`${stack.web_url}/app/explore/preview/css-floats`);
    await page.getByRole("heading", { name: "There is no css-floats.md yet" }).waitFor();
    const text = readFileSync(file(), "utf8")
      .replace("id: css-box-model", "id: css-floats")
      .replaceAll("The box model", "Floats");
    writeFileSync(join(dir, "web-frontend", "css-floats.md"), text);
    await page.getByRole("heading", { name: "Floats" }).waitFor({ timeout: SHOWN_MS });
    await page.getByText("not in MAP.md").waitFor();
    await person.close();
  });

  for (const [language, theme, width] of [
    ["en", "light", 1440],
    ["zh", "dark", 390],
  ] as const)
    test(`WCAG axe finds nothing in the preview in ${language}, ${theme}, ${width} px wide, and nothing is wider`, async () => {
      const person = await newPerson(browser, { language, theme, viewport: { width, height: 900 } });
      const page = await person.newPage();
      const { errors } = collectConsole(page);
      for (const path of ["", "/js-functions"]) {
        await page.goto(`${stack.web_url}/app/explore/preview${path}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("load");
        assert.deepEqual(await accessibilityViolations(page), [], path);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
      }
      assert.deepEqual(errors, []);
      await person.close();
    });
});
