import assert from "node:assert/strict";
import { test } from "node:test";
import { browserEnvironment, type BrowserGlobals } from "./browser-environment.ts";

/** As much of a browser as a channel uses. */
function fakeBrowser() {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const frames: (() => void)[] = [];
  const dropped: number[] = [];
  const lines: string[] = [];
  const browser = Object.assign(new EventTarget(), {
    WebSocket: class {} as never,
    fetch: (input: unknown) => Promise.resolve(new Response(String(input))),
    console: {
      debug: (text: string) => lines.push(`debug ${text}`),
      log: (text: string) => lines.push(`log ${text}`),
      error: (text: string) => lines.push(`error ${text}`),
    },
    navigator: { onLine: false },
    document: page,
    requestAnimationFrame: (run: () => void) => frames.push(run),
    cancelAnimationFrame: (frame: number) => void dropped.push(frame),
  });
  return { browser: browser as unknown as BrowserGlobals & EventTarget, page, frames, dropped, lines };
}

test("CL4 the network and the page are watched, and no longer after unsubscribing", () => {
  const { browser, page } = fakeBrowser();
  const { signals } = browserEnvironment(browser);
  assert.deepEqual([signals.isOnline(), signals.isVisible()], [false, true]);
  const heard: string[] = [];
  const unsubscribe = signals.subscribe((signal) => heard.push(signal));
  const everything = (): void => {
    browser.dispatchEvent(new Event("online"));
    browser.dispatchEvent(new Event("offline"));
    for (const state of ["hidden", "visible"]) {
      page.visibilityState = state;
      page.dispatchEvent(new Event("visibilitychange"));
    }
  };
  everything();
  unsubscribe();
  everything();
  assert.deepEqual(heard, ["online", "offline", "hidden", "visible"]);
});

test("CL7 a page that is put away and comes back says so; a first showing is no return", () => {
  const { browser, page } = fakeBrowser();
  const heard: string[] = [];
  const unsubscribe = browserEnvironment(browser).signals.subscribe((signal) => heard.push(signal));
  const show = (persisted: boolean): void => void browser.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  const everything = (): void => {
    show(false);
    browser.dispatchEvent(new Event("pagehide"));
    show(true);
    page.dispatchEvent(new Event("freeze"));
    page.dispatchEvent(new Event("resume"));
  };
  everything();
  unsubscribe();
  everything();
  assert.deepEqual(heard, ["frozen", "thawed", "frozen", "thawed"]);
});

test("CL1 a batch is published once, with the next frame or, out of sight, without one", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { browser, frames } = fakeBrowser();
  const { schedule } = browserEnvironment(browser);
  let runs = 0;
  schedule(() => runs++);
  frames.at(-1)?.();
  t.mock.timers.tick(1_000);
  assert.equal(runs, 1, "drawn");
  schedule(() => runs++);
  t.mock.timers.tick(250);
  assert.equal(runs, 2, "hidden");
  const cancel = schedule(() => runs++);
  cancel();
  t.mock.timers.tick(1_000);
  assert.equal(runs, 2, "called off");
});

test("CL9 a frame that is not needed any more is called off", () => {
  const { browser, dropped } = fakeBrowser();
  browserEnvironment(browser).schedule(() => {})();
  assert.equal(dropped.length, 1);
});

test("CL10 lines go to the console of their level, as plain text", () => {
  const { browser, lines } = fakeBrowser();
  const { log } = browserEnvironment(browser);
  for (const level of ["debug", "log", "error"] as const) log[level]("[WS] text");
  assert.deepEqual(lines, ["debug [WS] text", "log [WS] text", "error [WS] text"]);
});

test("CL1 a server may make it while it renders: without a page everything is online, visible and quiet", () => {
  const { signals, clock, random } = browserEnvironment({ WebSocket: class {} as never, fetch, console });
  assert.deepEqual([signals.isOnline(), signals.isVisible()], [true, true]);
  signals.subscribe(() => {})();
  const timer = clock.setTimer(() => assert.fail("was cleared"), 1);
  clock.clearTimer(timer);
  assert.ok(clock.now() > 0 && random() < 1);
});

test("HS2 fetch is called as the browser's own", async () => {
  const { browser } = fakeBrowser();
  const answer = await browserEnvironment(browser).fetch("http://a.test/");
  assert.equal(await answer.text(), "http://a.test/");
});
