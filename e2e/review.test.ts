import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { accessibilityViolations } from "./accessibility.ts";
import { newPerson, type PersonOptions } from "./browser.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { useModelPages } from "./model-pages.ts";
import { until } from "./until.ts";
import { WORDS } from "./words.ts";

/** For a phase of a generation, on two busy cores. Milliseconds. */
const PHASE_MS = 30_000;
const GOAL = "Bake sourdough bread at home";
/** Few, so that their content is soon written. */
const CONCEPTS = ["Shaping", "Baking"];
const QUESTIONS = [{ question: "Do you own a Dutch oven?", options: ["Yes", "No"] }, { question: "Which bread first?" }];

/** What the writers of content were asked. */
const written: string[] = [];
const pages = useModelPages({
  answer(request) {
    const question = questionOf(request);
    if (["tutorial", "quiz", "resources"].includes(question.about)) written.push(request.prompt);
    const answer = goodAnswer(question, CONCEPTS);
    return question.about === "intent" ? JSON.stringify({ ...JSON.parse(answer), questions: QUESTIONS }) : answer;
  },
});

/** A person at the review of a structure. */
async function atReview(options: PersonOptions = {}): Promise<Page> {
  const page = await (await newPerson(pages.browser, options)).newPage();
  await page.goto(`${pages.stack.web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).fill(GOAL);
  await page.getByText("Let me look at the structure before the content is written").click();
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page.waitForURL(/\/app\/tasks\/[^/]+$/);
  await approve(page).waitFor({ timeout: PHASE_MS });
  return page;
}

const approve = (page: Page) => page.getByRole("button", { name: "Approve and write the content" });
const ask = (page: Page) => page.getByRole("button", { name: "Ask for changes" });
const wish = (page: Page) => page.getByLabel("What should be different?");

/** What has the focus: its words, or the label of its field. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `((e) => e === document.body ? "nothing" : (e.labels?.[0] ?? e).textContent.trim())(document.activeElement)`,
  );

/** Resolves when the focus is on what says this. */
const focusOn = (page: Page, words: string): Promise<boolean> =>
  until(`the focus on “${words}”`, PHASE_MS, async () => (await focused(page)).includes(words));

test("CL10 PL10 at the review nothing that was written is lost: kept over a reload, asked for before an approval, answers used", async () => {
  const page = await atReview();
  await focusOn(page, "Is this the roadmap you want?");
  await page.getByLabel("Yes", { exact: true }).check();
  await wish(page).fill("Say how to score");
  await page.reload();
  await wish(page).waitFor();
  assert.deepEqual(
    [await wish(page).inputValue(), await page.getByLabel("Yes", { exact: true }).isChecked()],
    ["Say how to score", true],
  );

  await approve(page).click();
  await page.getByText("Your wish has not been sent.").waitFor();
  assert.equal(await focused(page), "Go back");
  await page.keyboard.press("Escape");
  await focusOn(page, "Approve and write the content");
  await ask(page).click();
  await focusOn(page, "Is this the roadmap you want now?");

  await page.getByText("Added Scoring.", { exact: true }).waitFor();
  await page.getByText("Added concept “Scoring” to “Module 1”.").first().waitFor();
  await page.getByRole("button", { name: "Scoring New" }).waitFor();
  assert.deepEqual(await accessibilityViolations(page), []);
  assert.equal(await page.getByLabel("Yes", { exact: true }).count(), 0, "an answered question is not asked again");
  assert.equal(await wish(page).inputValue(), "");
  await page.getByLabel("Your answer").fill("A plain loaf");
  await approve(page).click();
  await focusOn(page, "Drawing your roadmap");
  await page.getByRole("heading", { name: WORDS.en.ready }).waitFor({ timeout: PHASE_MS });
  const answers = '<data name="answers">\nDo you own a Dutch oven? — Yes\nWhich bread first? — A plain loaf\n</data>';
  assert.ok(written.length >= 9 && written.every((prompt) => prompt.includes(answers)), written[0]);
  assert.equal(await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('wayfinder_review')).length"), 0);
  await page.context().close();
});

test("CL10 a structure is edited by keyboard alone: the focus is never lost, and a second Enter destroys nothing", async () => {
  const page = await atReview();
  const press = async (name: string | RegExp) => {
    await page.getByRole("button", { name }).first().focus();
    await page.keyboard.press("Enter");
  };
  await press(/^Add a concept to “Module 1”/);
  await focusOn(page, "Name of the concept");
  await page.keyboard.type("Salt");
  await page.keyboard.press("Enter");
  await page.getByText("Added “Salt”.").first().waitFor();
  await focusOn(page, "Name of the concept");
  assert.equal(await page.getByLabel("Name of the concept").inputValue(), "");
  await press("Close");
  await focusOn(page, "Add a concept");

  await press(/^Shaping/);
  await page.getByLabel("Name", { exact: true }).fill("Shaping a loaf");
  await press("Rename");
  await page.getByText("Renamed to “Shaping a loaf”.").first().waitFor();
  assert.equal(await focused(page), "Rename");
  await press("Remove");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "Remove", "the way back has the focus first");
  await page.keyboard.press("Enter");
  await press("Remove it");
  await focusOn(page, "Baking");
  await page.context().close();
});

test("CL10 on a phone the live page begins at its top, the review is seen, and a bar leads back to it", async () => {
  const page = await atReview({ viewport: { width: 390, height: 844 } });
  assert.equal(await page.evaluate("scrollY"), 0);
  await focusOn(page, "Is this the roadmap you want?");
  const go = page.getByRole("button", { name: "Go to the review" });
  assert.equal(await go.isVisible(), false);
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  await go.click();
  await focusOn(page, "Is this the roadmap you want?");
  await go.waitFor({ state: "hidden" });
  const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  assert.equal(wide, 0);
  await page.context().close();
});
