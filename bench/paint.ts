import { fileURLToPath } from "node:url";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import type { Page } from "playwright-core";
import { ensureWebBuild } from "../apps/server/src/launcher/web-build.ts";
import { ROOT } from "../check/run-command.ts";
import { openBrowser } from "../e2e/browser.ts";
import { goodAnswer, questionOf } from "../e2e/model-answers.ts";
import { modelEnv } from "../e2e/model-system.ts";
import { startStack } from "../e2e/stack.ts";
import { WORDS } from "../e2e/words.ts";
import { quantile } from "./quantiles.ts";

/** What the probe in the page notes of one event: milliseconds since 1970, and whether the document changed until the paint. */
interface Delivery {
  readonly written_at: number;
  readonly arrived_at: number;
  readonly painted_at: number;
  readonly changed: boolean;
}

const PROBE = fileURLToPath(new URL("paint-probe.js", import.meta.url));
const [STAGES, MODULES, CONCEPTS] = [12, 5, 5];
const GOAL = "Three hundred things about bread";
/** About 200 tokens a second in events of 16 characters, as the quickest hosted models write. Milliseconds. */
const PACE_MS = 20;
/** 900 parts, eight at a time. Milliseconds. */
const RUN_MS = 600_000;

const nameOf = (n: number) => `Bread, part ${n + 1}`;
const range = (n: number) => Array.from({ length: n }, (_, at) => at);

/** A roadmap of 300 concepts, each needing the one before it in its module. */
function outline(): string {
  const conceptOf = (stage: number, module: number, at: number) => {
    const n = (stage * MODULES + module) * CONCEPTS + at;
    return {
      name: nameOf(n),
      description: `What ${nameOf(n)} is about and why it is needed.`,
      hours: 2,
      difficulty: "medium",
      prerequisites: at === 0 ? [] : [nameOf(n - 1)],
      outcomes: [`Can do ${nameOf(n)}`],
    };
  };
  return JSON.stringify({
    title: "Bread, whole",
    outcomes: [{ text: "Bake anything", concepts: range(STAGES * MODULES).map((n) => nameOf((n + 1) * CONCEPTS - 1)) }],
    stages: range(STAGES).map((stage) => ({
      name: `Stage ${stage + 1} of bread`,
      description: `Part ${stage + 1} of the way.`,
      modules: range(MODULES).map((module) => ({
        name: `Module ${stage + 1}.${module + 1}`,
        description: "One theme.",
        concepts: range(CONCEPTS).map((at) => conceptOf(stage, module, at)),
      })),
    })),
  });
}

/** Prints how long events take to be seen while 300 concepts are drawn and written, in real Chromium, with motion. */
export async function runPaintBench(): Promise<void> {
  const deliveries = await paintedDeliveries();
  const seen = deliveries.filter(({ changed }) => changed).length;
  process.stdout.write(`${deliveries.length} events; the page changed after ${seen} of them before the next frame was painted\n`);
  say(
    "event on the page to the frame that shows it",
    deliveries.map((one) => one.painted_at - one.arrived_at),
  );
  say(
    "event stored to the frame that shows it",
    deliveries.map((one) => one.painted_at - one.written_at),
  );
}

function say(what: string, sample: readonly number[]): void {
  const figures = [0.5, 0.95, 0.99, 1].map((q) => `p${q * 100} ${Math.round(quantile(sample, q))} ms`);
  process.stdout.write(`${what.padEnd(58)} ${figures.join("   ")}\n`);
}

async function paintedDeliveries(): Promise<readonly Delivery[]> {
  await using model = await startScriptedModelServer({
    answer: (request) => {
      const question = questionOf(request);
      return question.about === "outline" ? outline() : goodAnswer(question);
    },
    pace: async (_event, request) => {
      const { about } = questionOf(request);
      if (about === "outline" || about === "tutorial") await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    },
  });
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await ensureWebBuild({ root: ROOT, env, signal: new AbortController().signal, say: () => {} });
  await using stack = await startStack({ env: modelEnv(model.base_url) });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    await page.addInitScript({ path: PROBE });
    return await watched(page, stack.web_url);
  } finally {
    await browser.close();
  }
}

async function watched(page: Page, web_url: string): Promise<readonly Delivery[]> {
  await page.goto(`${web_url}/app/new`);
  await page.getByLabel(WORDS.en.goal).fill(GOAL);
  await page.getByRole("button", { name: WORDS.en.generate }).click();
  await page.getByRole("heading", { name: WORDS.en.ready }).waitFor({ timeout: RUN_MS });
  return page.evaluate(() => (globalThis as unknown as { deliveries: Delivery[] }).deliveries);
}
