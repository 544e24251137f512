import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { newPerson } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { goodAnswer, markOf, questionOf, stageOf, type Question } from "./model-answers.ts";
import { useModelPages } from "./model-pages.ts";
import { begin, WAY } from "./model-way.ts";
import { WORDS } from "./words.ts";

/** About 200 tokens a second, as the quickest models write. Milliseconds an event of 16 characters. */
const PACE_MS = 20;
/** The bound: from the model's first token to the first stage on the page. */
const FIRST_STAGE_MS = 2_000;
/** For a phase of a generation, on two busy cores. Milliseconds. */
const PHASE_MS = 40_000;

const REFUSED_KEY = "goal of a refused key";

let failing = "";
let isKeyRefused = false;
let first_token_at = 0;

/** The quiz of one concept fails by its words for as long as it is to. */
function answer(question: Question) {
  if (isKeyRefused || question.goal === REFUSED_KEY) return { status: 401 };
  const isFailing = failing !== "" && question.about === "quiz" && (question.concept ?? failing) === failing;
  if (isFailing) return `No quiz today. ${markOf(question.goal)}`;
  return goodAnswer(question, question.text.includes(WAY.zh.goal) ? WAY.zh.concepts : WAY.en.concepts);
}

const pages = useModelPages({
  answer: (request) => answer(questionOf(request)),
  async pace(event, request) {
    const { about } = questionOf(request);
    if (about === "outline" && event === 1) first_token_at = performance.now();
    if (about === "outline" || about === "tutorial") await delay(PACE_MS);
  },
});

for (const language of ["en", "zh"] as const)
  describe(`a model's roadmap in ${language}`, () => {
    test("CL10 PL7 form, streamed outline, wishes, edit by hand, approval, a part that fails, retried from the page: all ready", async () => {
      const way = WAY[language];
      const person = await newPerson(pages.browser, { language });
      const page = await person.newPage();
      const said = collectConsole(page);
      failing = way.renamed;
      first_token_at = 0;
      await begin(page, pages.stack.web_url, { language, goal: way.goal });
      const url = page.url();

      await page.getByText(stageOf(way.concepts[0])).first().waitFor({ timeout: PHASE_MS });
      const after_ms = performance.now() - first_token_at;
      assert.ok(first_token_at > 0 && after_ms <= FIRST_STAGE_MS, `first stage after ${Math.round(after_ms)} ms`);
      console.log(`${language}: first stage on the page ${Math.round(after_ms)} ms after the first token`);

      const approve = page.getByRole("button", { name: way.approve });
      await approve.waitFor({ timeout: PHASE_MS });
      await page.getByLabel(way.wish).fill(way.added);
      await page.getByRole("button", { name: way.ask }).click();
      await page.getByRole("button", { name: way.added }).waitFor({ timeout: PHASE_MS });
      await approve.waitFor({ timeout: PHASE_MS });

      await page.getByRole("button", { name: way.concepts[2] }).first().click();
      await page.getByLabel(way.name, { exact: true }).fill(way.renamed);
      await page.getByRole("button", { name: way.rename, exact: true }).click();
      await page.getByRole("button", { name: way.renamed }).first().waitFor();
      await approve.click();

      await page.getByText(way.failed).waitFor({ timeout: PHASE_MS });
      assert.deepEqual(said.errors, []);
      const wanted = ["[WS] Connecting to: ", "[WS] Connected", "[WS] Message: connected", "[WS] Message: progress"];
      const places = wanted.map((line) => said.lines.findIndex((one) => one.startsWith(line)));
      assert.ok(
        places.every((place, n) => place > (places[n - 1] ?? -1)),
        said.lines.join("\n"),
      );
      assert.ok(!said.lines.some((line) => /Reconnecting|Connection closed/.test(line)), said.lines.join("\n"));

      failing = "";
      await page.getByRole("button", { name: language === "en" ? way.part(way.renamed) : way.parts }).click();
      await page.waitForURL((now) => now.href !== url && /\/app\/tasks\//.test(now.href));
      await page.getByText(way.finished).first().waitFor({ timeout: PHASE_MS });
      const roadmaps = await page.evaluate<{ tasks: { failed_units: object[]; status: string }[] }>(
        `fetch("${pages.stack.api_url}/api/v1/tasks", { credentials: "include" }).then((r) => r.json())`,
      );
      assert.deepEqual(
        roadmaps.tasks.map(({ status, failed_units }) => [status, failed_units.length]),
        [
          ["completed", 0],
          ["completed", 0],
        ],
      );
      assert.deepEqual(said.errors, []);
      await person.close();
    });
  });

test("PL4 MS6 WEB89 a refused key is said on the page in words that help, with the way to the settings", async () => {
  const person = await newPerson(pages.browser);
  const page = await person.newPage();
  await begin(page, pages.stack.web_url, { language: "en", goal: REFUSED_KEY });
  await page
    .getByText(
      "The provider refused this server's key (401). Whoever runs the server sets LLM_API_KEY; in Settings you can use a key of your own.",
    )
    .first()
    .waitFor({ timeout: PHASE_MS });
  await page.getByRole("button", { name: WAY.en.retry }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Settings" }).waitFor();
  await person.close();
});

for (const language of ["en", "zh"] as const)
  test(`WEB17 an edit without effect, a field that only the server finds wrong, and a refused key are said in ${language}`, async () => {
    const way = WAY[language];
    const person = await newPerson(pages.browser, { language });
    const page = await person.newPage();
    await begin(page, pages.stack.web_url, { language, goal: way.goal });
    await page.getByRole("button", { name: way.approve }).waitFor({ timeout: PHASE_MS });
    // the second concept needs the first, so it would be put back to where it is
    await page.getByRole("button", { name: way.concepts[1] }).first().click();
    const up = page.getByRole("button", { name: way.up, disabled: true });
    await up.waitFor();
    assert.match((await up.getAttribute("aria-describedby")) ?? "", /held-up$/);
    await page.getByText(way.held).first().waitFor();
    // and one of the same name would be merged into it
    await page.getByRole("button", { name: way.add_to_first }).click();
    await page.getByLabel(way.add_name).fill(way.concepts[1]);
    await page.getByRole("button", { name: way.add_it, exact: true }).click();
    await page.getByText(way.no_effect).waitFor();

    await page.goto(`${pages.stack.web_url}/app/new`);
    await page.getByLabel(WORDS[language].goal).fill(way.goal);
    await page.getByText(way.date).click();
    await page.locator("#deadline").fill("2999-01-01");
    await page.getByRole("button", { name: WORDS[language].generate }).click();
    await page.getByText(way.too_late).waitFor();
    isKeyRefused = true;
    await page.goto(`${pages.stack.web_url}/app/settings`);
    await page.getByRole("button", { name: way.test }).click();
    await page.getByText(way.refused).waitFor();
    isKeyRefused = false;
    await person.close();
  });
