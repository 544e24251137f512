import type { Page } from "playwright-core";
import type { MistakeTrial } from "../faults/mistake-trial.ts";
import { placeMistake, type MistakeWorld } from "../faults/mistakes-in-node.ts";
import { MISTAKE_BUDGET, type Moment, type UrlMistake } from "../faults/url-mistake.ts";

/** What the page keeps of a channel. */
interface Kept {
  state: string;
  reason?: string;
  /** When it was over, in ms of the page's clock. */
  over_at?: number;
  errors: number;
}

/** What is used of the client in the page. */
interface PageGlobals {
  readonly client: typeof import("@wayfinder/client");
  kept?: Record<string, Kept>;
}

/** Runs in the page: opens a channel and keeps what becomes of it under the task's id. */
function open({ url, task_id }: { url: string; task_id: string }): void {
  const page = globalThis as unknown as PageGlobals;
  const kept: Kept = { state: "idle", errors: 0 };
  (page.kept ??= {})[task_id] = kept;
  const world = page.client.browserEnvironment();
  const error = (text: string): void => {
    kept.errors += 1;
    world.log.error(text);
  };
  const channel = page.client.createTaskChannel({ url, task_id, environment: { ...world, log: { ...world.log, error } } });
  const look = (): void => {
    const { state, reason } = channel.getState().connection;
    Object.assign(kept, { state, reason });
    if (state === "failed" || state === "done") kept.over_at ??= performance.now();
  };
  channel.subscribe(look);
  look();
}

/** Runs in the page: what became of a channel, once it is in that state. */
function keptIn({ task_id, state }: { task_id: string; state: string }): Kept | null {
  const kept = (globalThis as unknown as PageGlobals).kept?.[task_id];
  return kept?.state === state ? kept : null;
}

export interface ChromiumTrial {
  readonly page: Page;
  readonly mistake: UrlMistake;
  readonly moment: Moment;
}

/** Makes a mistake in the client of a page; one that does not end in time is told as it stands then. */
export async function tryInChromium(at: MistakeWorld, { page, mistake, moment }: ChromiumTrial): Promise<MistakeTrial> {
  const { proxy, place, url } = await placeMistake(at, mistake, moment);
  const { task_id } = place;
  let began = await page.evaluate(() => performance.now());
  await page.evaluate(open, { url, task_id });
  if (moment === "after") {
    await page.waitForFunction(keptIn, { task_id, state: "live" });
    began = await page.evaluate(() => performance.now());
    proxy.err(mistake, place);
  }
  const over = page.waitForFunction(keptIn, { task_id, state: "failed" }, { timeout: MISTAKE_BUDGET.ms });
  await over.catch(() => undefined);
  const kept = await page.evaluate((id) => (globalThis as unknown as PageGlobals).kept?.[id], task_id);
  const { dials, probes } = proxy;
  await proxy.close();
  const ended = kept?.reason === undefined ? (kept?.state ?? "nothing") : `${kept.state} ${kept.reason}`;
  const ms = (kept?.over_at ?? Infinity) - began;
  return { mistake, client: "Chromium", moment, ended, dials, probes, ms, said: kept?.errors ?? 0 };
}
