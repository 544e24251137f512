import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Task, TaskCreated, Roadmap } from "@wayfinder/protocol";
import type { Browser, BrowserContext } from "playwright-core";
import { accessibilityViolations } from "./accessibility.ts";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";

/** Pictures of every page, to be looked at; not kept in the repository. */
const PICTURES = join(import.meta.dirname, "../.screenshots");
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const FINISHED_MS = 30_000;

/** What is only there after a press: by page, each state with the word that is pressed. */
const OPENED: Readonly<Record<string, Readonly<Record<string, { en: string; zh: string }>>>> = {
  roadmap: {
    costs: { en: "What it cost", zh: "花费明细" },
    change: { en: "Change", zh: "修改" },
    change_by_hand: { en: "By hand", zh: "手动" },
  },
  review: { review_adding: { en: "Add a concept", zh: "加一个概念" } },
  concept: { rewrite: { en: "Rewrite this tutorial, or go back", zh: "重写这篇教程，或恢复旧版" } },
};

let stack: Stack;
let browser: Browser;
const started = new AsyncDisposableStack();
before(async () => {
  await mkdir(PICTURES, { recursive: true });
  stack = started.use(await startStack());
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

/** A finished roadmap of the person's own, made over the API: the addresses of all pages. */
async function addresses(person: BrowserContext, language: "en" | "zh"): Promise<Record<string, string>> {
  const { request } = person;
  const made = await request.post(`${stack.api_url}/api/v1/roadmaps/generate`, {
    data: { goal: "react with typescript", level: "beginner", hours_per_week: 6, language },
  });
  const { task_id } = (await made.json()) as TaskCreated;
  const asked = await request.post(`${stack.api_url}/api/v1/roadmaps/generate`, {
    data: { goal: "react with typescript", level: "beginner", hours_per_week: 6, language, review: true },
  });
  const review = (await asked.json()) as TaskCreated;
  const get = async <T>(path: string) => (await (await request.get(`${stack.api_url}/api/v1/${path}`)).json()) as T;
  const roadmap_id = await until("the finished task", FINISHED_MS, async () => {
    const task = await get<Task>(`tasks/${task_id}`);
    return task.status === "completed" ? task.roadmap_id : null;
  });
  const roadmap = await get<Roadmap>(`roadmaps/${roadmap_id}`);
  await until("the task that waits for a review", FINISHED_MS, async () => {
    const task = await get<Task>(`tasks/${review.task_id}`);
    return task.status === "waiting_for_review" ? task : null;
  });
  const concept = roadmap.stages[0]?.modules[0]?.concepts[0]?.concept_id;
  return {
    landing: "/",
    new: "/app/new",
    tasks: "/app/tasks",
    live: `/app/tasks/${task_id}`,
    review: `/app/tasks/${review.task_id}`,
    roadmaps: "/app/roadmaps",
    roadmap: `/app/roadmaps/${roadmap_id}`,
    concept: `/app/roadmaps/${roadmap_id}/concepts/${concept}`,
    explore: "/app/explore",
    map: "/app/explore/web-frontend",
    lesson: "/app/explore/web-frontend/css-box-model",
    operations: "/app/operations",
    settings: "/app/settings",
    missing: "/app/nowhere",
  };
}

for (const language of ["en", "zh"] as const)
  for (const theme of ["light", "dark"] as const)
    for (const [size, viewport] of Object.entries(SIZES))
      describe(`every page in ${language}, ${theme}, on a ${size}`, () => {
        test("WCAG axe finds nothing, the console has no error, nothing is wider than the window", async () => {
          const person = await newPerson(browser, { language, theme, viewport });
          const page = await person.newPage();
          for (const [name, path] of Object.entries(await addresses(person, language))) {
            const { errors } = collectConsole(page);
            const look = async (state: string): Promise<void> => {
              await page.waitForLoadState("networkidle");
              await page.screenshot({ path: join(PICTURES, `${state}-${language}-${theme}-${size}.png`), fullPage: true });
              assert.deepEqual(await accessibilityViolations(page), [], state);
              const width = await page.evaluate<number>("document.documentElement.scrollWidth");
              assert.ok(width <= viewport.width, `${state} is ${width} px wide`);
              if (state !== "missing") assert.deepEqual(errors, [], state);
            };
            await page.goto(stack.web_url + path);
            await page.getByRole("main").waitFor();
            await look(name);
            for (const [state, words] of Object.entries(OPENED[name] ?? {})) {
              await page.getByRole("main").getByText(words[language], { exact: true }).first().click();
              await look(state);
            }
            page.removeAllListeners();
          }
          await person.close();
        });
      });
