import assert from "node:assert/strict";
import { test } from "node:test";
import type { TaskCreated } from "@wayfinder/protocol";
import type { Page } from "playwright-core";
import { accessibilityViolations } from "./accessibility.ts";
import { newPerson } from "./browser.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { useModelPages } from "./model-pages.ts";

const GOAL = { level: "beginner", hours_per_week: 5, language: "en", source: "model" };
/** What the first answer of a greedy goal says it took: all that a task may. */
const WHOLE_BUDGET = { input_tokens: 2_000_000, output_tokens: 1_000_000 };
/** For what a generation comes to, on two busy cores. Milliseconds. */
const PHASE_MS = 40_000;
/** The provider asks to be left alone for longer than a test lasts, in seconds: the page is read, and loaded again, in peace. */
const REST_S = 600;

const pages = useModelPages({
  answer: (request) => {
    const question = questionOf(request);
    if (question.goal.startsWith("overloaded") && question.about === "intent")
      return { status: 503, headers: { "retry-after": String(REST_S) } };
    if (question.goal.startsWith("gaps") && question.about === "tutorial") return "No.";
    const text = goodAnswer(question);
    return question.goal.startsWith("greedy") ? { text, usage: WHOLE_BUDGET } : text;
  },
});

/** A fresh person's page of a task for the goal. */
async function watch(goal: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const person = await newPerson(pages.browser, { viewport });
  const page = await person.newPage();
  // before any page, which would open a session of its own
  await person.request.post(`${pages.stack.api_url}/api/v1/session`);
  const created = await person.request.post(`${pages.stack.api_url}/api/v1/roadmaps/generate`, { data: { ...GOAL, goal } });
  const { task_id } = (await created.json()) as TaskCreated;
  await page.goto(`${pages.stack.web_url}/app/tasks/${task_id}`);
  return page;
}

const stepLine = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

test("WEB87 PL4 a provider that is overloaded is told with the next try, in the steps and the timeline, also after a reload", async () => {
  const page = await watch("overloaded");
  const line = stepLine(page, "Understand the goal");
  const words = /Try 2 of 8Provider overloaded; next try at \d\d:\d\d:\d\d/;
  await line.filter({ hasText: words }).waitFor();
  await page.reload();
  await line.filter({ hasText: words }).waitFor();
  await page
    .getByText(/^Understanding the goal: Provider overloaded; next try at \d\d:\d\d:\d\d, 2 of 8$/)
    .first()
    .waitFor();
  assert.deepEqual(await accessibilityViolations(page), []);
  await page.context().close();
});

test("WEB88 what ended with parts missing says so everywhere, and its page scrolls", async () => {
  const page = await watch("gaps in every concept");
  await page.getByRole("heading", { level: 1, name: "Ready, with gaps" }).waitFor({ timeout: PHASE_MS });
  await page.getByText("4 parts could not be written, and no concept is complete.").waitFor();
  await stepLine(page, "Write the content").filter({ hasText: "4 of 4, 4 parts missing" }).waitFor();
  await stepLine(page, "Finished").filter({ hasText: "With gaps" }).waitFor();
  assert.equal(await page.getByText("100%").count(), 0);
  await page.getByText("Which parts").click();
  await page.getByRole("list", { name: "Parts that failed" }).getByText("Shaping: Tutorial").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Ready, with gaps" }).waitFor();
  assert.equal(await page.locator(".spine-knot[data-lacking=true]").count(), 2, "no stage is wholly behind");
  const { map, full } = await page.evaluate<{ map: number; full: number }>(
    `(({ clientHeight, scrollHeight }) => ({ map: clientHeight, full: scrollHeight }))(document.querySelector(".live-map"))`,
  );
  assert.ok(map >= 320 && full <= map + 1, `${full} px of the map in ${map} px`);
  assert.deepEqual(await accessibilityViolations(page), []);
  await page.context().close();
});

test("WEB89 a budget without room says which, how much and what to do; going on in vain is told, and the focus stays", async () => {
  const page = await watch("greedy");
  await page.getByRole("heading", { level: 1, name: "Paused" }).waitFor({ timeout: PHASE_MS });
  await page
    .getByText("The next call could cost more than the 3,000,000 tokens this task may spend (3,000,000 tokens spent).")
    .waitFor();
  await page.getByText("raise LLM_BUDGET_TASK_TOKENS on the server").waitFor();
  const goOn = page.getByRole("button", { name: "Go on" });
  await goOn.press("Enter");
  await page.getByText(/^Still no room, asked at \d\d:\d\d:\d\d\.$/).waitFor();
  assert.equal(await page.evaluate("document.activeElement?.textContent"), "Go on");
  assert.match(await page.title(), /^Paused/);
  assert.deepEqual(await accessibilityViolations(page), []);

  await page.getByRole("button", { name: "Open timeline" }).click();
  await page.getByRole("list", { name: "Timeline, newest first" }).getByRole("listitem").nth(3).waitFor();
  const list = await page.getByRole("list", { name: "Timeline, newest first" }).boundingBox();
  assert.ok(list && list.y + 100 <= 800, "its entries are in view");

  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.press("Enter");
  await page.getByRole("button", { name: "Keep going" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Keep going" }).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Paused", "a second Enter stops nothing");
  await cancel.press("Enter");
  await page.getByRole("button", { name: "Stop the work" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Cancelled" }).waitFor();
  assert.equal(await page.evaluate("document.activeElement?.tagName"), "H1");
  await page.context().close();
});
