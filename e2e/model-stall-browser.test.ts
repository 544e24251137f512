import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import type { Stall } from "@wayfinder/llm/testing/stall-server";
import type { Browser } from "playwright-core";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { embeddedSql } from "./embedded-sql.ts";
import { goodAnswer, questionOf, stageOf } from "./model-answers.ts";
import { modelEnv } from "./model-system.ts";
import { begin, WAY } from "./model-way.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";
import type { PageLanguage } from "./words.ts";

/** Short for a test, and long enough for an honest answer on two busy cores. Milliseconds. */
const LIMIT_MS = 800;
/** Eight tries that end at the limit, and what a busy machine needs between them. Milliseconds. */
const GIVEN_UP_MS = 40_000;

/** Ways of a model server to say nothing for ever, with the language they are told in and what is read of them. */
const STALLS: readonly {
  readonly goal: string;
  readonly language: PageLanguage;
  readonly words: string;
  readonly stall: Stall;
}[] = [
  {
    goal: "Bake bread while no headers come",
    language: "en",
    words: "The model did not begin to answer (0.8 s).",
    stall: { kind: "never_answers" },
  },
  {
    goal: "烤面包，服务器只发保持连接",
    language: "zh",
    words: "模型服务响应超时。请过几分钟再试。",
    stall: { kind: "keep_alive_only", every_ms: 100 },
  },
];

const healed = new Set<string>();
const started = new AsyncDisposableStack();
let stack: Stack;
let browser: Browser;
before(async () => {
  const model = started.use(
    await startScriptedModelServer({
      answer(request) {
        const question = questionOf(request);
        const found = STALLS.find(({ goal }) => question.goal === goal);
        // the goal is understood, and then the server says nothing more
        if (found && question.about !== "intent" && !healed.has(found.goal)) return { stall: found.stall };
        return goodAnswer(question, WAY[found?.language ?? "en"].concepts);
      },
    }),
  );
  const limits = { LLM_FIRST_BYTE_MS: String(LIMIT_MS), LLM_SILENCE_MS: String(LIMIT_MS) };
  stack = started.use(await startStack({ env: { ...modelEnv(model.base_url), ...limits } }));
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

// side by side, as both are mostly waiting
describe("a model server that says nothing", { concurrency: true }, () => {
  for (const { goal, language, words, stall } of STALLS)
    test(`PL4 PL5 MS6 ${stall.kind}: the page says in words what happened, and a retry goes on where it stopped`, async () => {
      const way = WAY[language];
      await using person = await newPerson(browser, { language });
      const page = await person.newPage();
      const { errors } = collectConsole(page);
      await begin(page, stack.web_url, { language, goal });
      const failed = page.url();
      await using opened = new AsyncDisposableStack();
      const sql = opened.adopt(await embeddedSql(stack.place.data_dir), (client) => client.end());
      await until(`"${words}" on the page`, GIVEN_UP_MS, async () => {
        // the waits between the tries are a matter of other tests
        await sql.query("update step set run_after = now() where status = 'ready' and run_after > now()");
        return page.getByText(words).first().isVisible();
      });

      healed.add(goal);
      await page.getByRole("button", { name: way.retry }).click();
      await page.waitForURL((now) => now.href !== failed);
      await page.getByText(stageOf(way.concepts[0])).first().waitFor();
      await page.getByRole("button", { name: way.approve }).click();
      await page.getByText(way.written).first().waitFor();
      assert.deepEqual(errors, []);
    });
});
