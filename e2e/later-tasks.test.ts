import assert from "node:assert/strict";
import { test } from "node:test";
import type { Roadmap, Task, TaskCreated } from "@wayfinder/protocol";
import type { Page } from "playwright-core";
import { accessibilityViolations } from "./accessibility.ts";
import { newPerson } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { useModelPages } from "./model-pages.ts";
import { until } from "./until.ts";

const GOAL = { goal: "Bake sourdough bread at home", level: "beginner", hours_per_week: 5, language: "en", source: "model" };
const CHANGE = "add scoring before the last stage";
const HARDER = "make it harder";
/** For a generation, on two busy cores. Milliseconds. */
const PHASE_MS = 40_000;

let held: { readonly about: string; readonly until: Promise<void> } | null = null;

const pages = useModelPages({
  answer(request) {
    const question = questionOf(request);
    if (question.goal.startsWith("refused")) return { status: 401 };
    const isAnew = question.about === "quiz" && question.text.includes(HARDER);
    return isAnew ? goodAnswer(question).replaceAll('"question":"', '"question":"Once more: ') : goodAnswer(question);
  },
  pace: async (_event, request) => {
    if (held?.about === questionOf(request).about) await held.until;
  },
});

/** Holds the model's answers about something until told to go on. */
function hold(about: string): () => void {
  const gate = Promise.withResolvers<void>();
  held = { about, until: gate.promise };
  return () => {
    held = null;
    gate.resolve();
  };
}

/** Opens a page and waits until it has made its guest: a second one made beside it would own nothing of what the page does. */
async function arrive(page: Page): Promise<void> {
  const guest = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/session") && answer.ok());
  await page.goto(`${pages.stack.web_url}/app/new`);
  await guest;
}

/** A call of the page's own person. */
async function call<T>(page: Page, path: string, body?: object): Promise<T> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const init = JSON.stringify({ credentials: "include", ...(body ? post : {}) });
  return page.evaluate<T>(`fetch("${pages.stack.api_url}/api/v1${path}", ${init}).then((answer) => answer.json())`);
}

const ended = (page: Page, task_id: string): Promise<Task> =>
  until(`the end of ${task_id}`, PHASE_MS, async () => {
    const task = await call<Task>(page, `/tasks/${task_id}`);
    return task.status === "completed" || task.status === "failed" ? task : null;
  });

test("WEB83 WEB85 what is asked of a finished roadmap says what it is for, and is watched again after a reload", async () => {
  const person = await newPerson(pages.browser);
  const page = await person.newPage();
  const said = collectConsole(page);
  await arrive(page);
  const { task_id } = await call<TaskCreated>(page, "/roadmaps/generate", GOAL);
  const { roadmap_id } = await ended(page, task_id);
  const path = `/roadmaps/${roadmap_id}`;
  const { version, stages } = await call<Roadmap>(page, path);
  const concept = `${path}/concepts/${stages[0]?.modules[0]?.concepts[0]?.concept_id}`;

  const write = hold("quiz");
  const quiz = await call<TaskCreated>(page, `${concept}/quiz/regenerate`, {});
  await page.goto(`${pages.stack.web_url}/app${concept}`);
  await page.getByText("Writing anew. You can go on reading").waitFor();
  assert.equal(await page.getByRole("button", { name: "Write anew" }).isDisabled(), true);
  await page.goto(`${pages.stack.web_url}/app/tasks/${quiz.task_id}`);
  await page.getByRole("heading", { level: 1, name: "A new quiz for “Flour”" }).waitFor();
  await page.getByText("Beginning with Shaping").waitFor();
  assert.equal(await page.getByText("Understand the goal").count(), 0, "it has no such step");
  assert.deepEqual(await accessibilityViolations(page), []);
  write();
  await page.getByText("Everything asked for is written.").waitFor();

  const propose = hold("edits");
  await call(page, `${path}/changes`, { request: CHANGE, version });
  await page.goto(`${pages.stack.web_url}/app${path}`);
  await page.getByText(`A change: “${CHANGE}”`).waitFor();
  propose();
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Apply" }).waitFor();
  assert.deepEqual(said.errors, []);
  await person.close();
});

test("PR11 an answer to a quiz that has been written anew is not taken: the page says so and shows the new one", async () => {
  const person = await newPerson(pages.browser);
  const page = await person.newPage();
  await arrive(page);
  const { task_id } = await call<TaskCreated>(page, "/roadmaps/generate", GOAL);
  const { roadmap_id } = await ended(page, task_id);
  const concept = `/roadmaps/${roadmap_id}/concepts/flour`;
  await page.goto(`${pages.stack.web_url}/app${concept}#quiz`);
  const quiz = page.getByRole("region", { name: "Check yourself" });
  await quiz.getByRole("radio").first().check();
  // what the page knows stays as it is until its answer is refused
  const here = await person.newPage();
  await arrive(here);
  const written = await call<TaskCreated>(here, `${concept}/quiz/regenerate`, { instruction: HARDER });
  await ended(here, written.task_id);
  await quiz.getByRole("button", { name: "Check answer" }).click();
  await quiz.getByText("The quiz has been written anew and is shown as it is now").waitFor();
  await quiz.getByText("Once more:").first().waitFor();
  assert.equal(await quiz.getByRole("radio", { checked: true }).count(), 0);
  assert.equal(await quiz.locator(":focus").count(), 1, "the focus stays here");
  await quiz.getByRole("radio").first().check();
  await quiz.getByRole("button", { name: "Check answer" }).click();
  await quiz.getByRole("button", { name: "Next question" }).waitFor();
  await person.close();
});

test("WEB86 a task that ended before its goal was understood says so, and what can be done", async () => {
  const person = await newPerson(pages.browser);
  const page = await person.newPage();
  await arrive(page);
  const { task_id } = await call<TaskCreated>(page, "/roadmaps/generate", { ...GOAL, goal: "refused", review: true });
  await ended(page, task_id);
  await page.goto(`${pages.stack.web_url}/app/tasks/${task_id}`);
  await page.getByRole("heading", { name: "It stopped before your goal was understood" }).waitFor();
  await page.getByRole("link", { name: "New goal" }).waitFor();
  assert.equal(await page.getByText("Reading your goal").count(), 0);
  await page.getByText("Your review").waitFor();
  assert.deepEqual(await accessibilityViolations(page), []);
  await person.close();
});
