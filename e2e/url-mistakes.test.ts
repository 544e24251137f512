import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { eachOf } from "../check/pool.ts";
import { FaultWorld } from "../faults/fault-world.ts";
import { faultsOf, mistakeTable, type MistakeTrial } from "../faults/mistake-trial.ts";
import { mistakeWorld, tryInNode, type MistakeWorld } from "../faults/mistakes-in-node.ts";
import { seededRandom } from "../faults/seeded-random.ts";
import { isFinalAt, MOMENTS, URL_MISTAKES, type UrlMistake } from "../faults/url-mistake.ts";
import { noViolations } from "../faults/violations.ts";
import { newPerson, openBrowser } from "./browser.ts";
import { channelPage, type ChannelPage } from "./channel-page.ts";
import { freePort } from "./free-port.ts";
import { tryInChromium } from "./mistakes-in-chromium.ts";

/** Most of a trial is waiting; so many wait together. */
const AT_A_TIME = 60;
/** A page of its own for so many: browsers slow the dials of a page down that has many under way. */
const PER_PAGE = 5;

let world: FaultWorld;
let at: MistakeWorld;
let site: ChannelPage;
let browser: Browser;
let person: BrowserContext;
const trials: MistakeTrial[] = [];

const started = new AsyncDisposableStack();
before(async () => {
  const port = await freePort();
  world = started.adopt(await FaultWorld.start({ ALLOWED_ORIGINS: `http://localhost:${port}` }), (one) => one.close());
  site = started.adopt(await channelPage(port), (one) => one.close());
  browser = started.use(await openBrowser());
  at = await mistakeWorld(world);
  person = await newPerson(browser);
  const [name = "", value = ""] = world.cookie.split("=");
  await person.addCookies([{ name, value, url: site.url }]);
});
after(async () => {
  await started.disposeAsync();
  console.log(mistakeTable(trials));
});

/** Fails with everything that was wrong, not only the first. */
function assertRight(made: readonly MistakeTrial[]): void {
  trials.push(...made);
  const wrong = made.flatMap((trial) => faultsOf(trial).map((what) => `${trial.mistake.what}: ${what}`));
  assert.deepEqual(wrong, []);
  assert.ok(made.length >= 20, `${made.length} mistakes`);
}

describe("mistakes about the address", { concurrency: true }, () => {
  for (const moment of MOMENTS) {
    const mistakes = URL_MISTAKES.filter((mistake) => isFinalAt(mistake, moment));
    const when = moment === "before" ? "at the first dial" : "after a good session";

    test(`CL6 CL5 HS3 ${mistakes.length} URL mistakes in Node ${when}: the expected end within 3 dials, 4 probes and 15 s`, async () => {
      const made: MistakeTrial[] = [];
      const random = seededRandom(1);
      await eachOf(mistakes, AT_A_TIME, async (mistake) => {
        const { trial, violations } = await tryInNode(at, { random: random.fork(), speed: 1, mistake, moment });
        assert.deepEqual(violations, noViolations(), mistake.what);
        made.push(trial);
      });
      assertRight(made);
    });

    test(`CL6 CL5 HS3 ${mistakes.length} URL mistakes in Chromium ${when}: the expected end within 3 dials, 4 probes and 15 s`, async () => {
      const made: MistakeTrial[] = [];
      const groups = Array.from({ length: Math.ceil(mistakes.length / PER_PAGE) }, (_, i) =>
        mistakes.slice(i * PER_PAGE, (i + 1) * PER_PAGE),
      );
      await Promise.all(
        groups.map(async (group: readonly UrlMistake[]) => {
          const page = await person.newPage();
          await page.goto(site.url);
          made.push(...(await Promise.all(group.map((mistake) => tryInChromium(at, { page, mistake, moment })))));
          await page.close();
        }),
      );
      assertRight(made);
    });
  }
});
