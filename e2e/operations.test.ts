import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, test } from "node:test";
import type { Operations, TaskCreated } from "@wayfinder/protocol";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { WebSocket } from "ws";
import { newPerson, openBrowser } from "./browser.ts";
import { collectConsole } from "./console-lines.ts";
import { startStack, type Stack } from "./stack.ts";
import { until } from "./until.ts";

/** A reading, its answer and its drawing, on two busy cores. Milliseconds. */
const SHOWN_MS = 10_000;
/** More than a reader's window of 512 events holds (SD4). */
const EVENTS = 700;
const SLOW_TASK = "slow-reader";
const TOKEN = "the-token-of-an-operator";

let stack: Stack;
let guarded: Stack;
let browser: Browser;
const started = new AsyncDisposableStack();
before(async () => {
  stack = started.use(await startStack({ env: { BENCH: "1" } }));
  guarded = started.use(await startStack({ env: { OPERATOR_TOKEN: TOKEN } }));
  browser = started.use(await openBrowser());
});
after(() => started.disposeAsync());

const socket_url = () => stack.api_url.replace("http", "ws");
const cookieOf = async (person: BrowserContext): Promise<string> =>
  (await person.cookies(stack.api_url)).map(({ name, value }) => `${name}=${value}`).join("; ");

/** A finished task of the person's own. */
async function finishedTask({ request }: BrowserContext): Promise<TaskCreated> {
  const made = await request.post(`${stack.api_url}/api/v1/roadmaps/generate`, {
    data: { goal: "learn react", level: "beginner", hours_per_week: 6, language: "en" },
  });
  const task = (await made.json()) as TaskCreated;
  await until("the finished task", SHOWN_MS * 3, async () => {
    const answer = await request.get(`${stack.api_url}/api/v1/tasks/${task.task_id}`);
    return ((await answer.json()) as { status: string }).status === "completed";
  });
  return task;
}

/** Dials and resolves when the server has closed. */
async function closedSocket(path: string, cookie = ""): Promise<number> {
  const ws = new WebSocket(socket_url() + path, { headers: { cookie } });
  const [code] = (await once(ws, "close")) as [number];
  return code;
}

/** A client that acknowledges its first event and no other: its window fills. The caller terminates it. */
async function slowReader(): Promise<WebSocket> {
  const line = `${SLOW_TASK} ${JSON.stringify({ type: "progress", step: "intent_analysis", status: "started", percent: 1 })}\n`;
  const appended = await fetch(`${stack.api_url}/bench/append`, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: line,
  });
  assert.equal(appended.status, 202);
  const ws = new WebSocket(`${socket_url()}/api/v1/ws/${SLOW_TASK}?include_history=true`);
  await new Promise<void>((resolve) => {
    ws.on("message", (data) => {
      if ((JSON.parse(String(data)) as { seq?: number }).seq === 1) resolve();
    });
  });
  ws.send(JSON.stringify({ type: "ack", seq: 1 }));
  // an answer tells that the acknowledgement has been heard
  ws.send(JSON.stringify({ type: "ping" }));
  await once(ws, "message");
  await fetch(`${stack.api_url}/bench/append`, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: line.repeat(EVENTS),
  });
  return ws;
}

/** The card or total under a label, as text. */
const shown = (page: Page, label: string): Promise<string> =>
  page.locator("li, dl > div").filter({ hasText: label }).first().innerText();

test("HS3 HS7 SD4 a wrong path, a resume and a slow reader appear on the operator's page and in /metrics", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  const { errors } = collectConsole(page);
  const { task_id, epoch } = await finishedTask(person);
  await page.goto(`${stack.web_url}/app/roadmaps`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Operations" }).click();
  await page.getByText("No client has dialled a wrong path.").waitFor();

  const cookie = await cookieOf(person);
  assert.equal(await closedSocket(`/ws/${task_id}`, cookie), 4426);
  assert.equal(await closedSocket(`/api/v1/ws/${task_id}?after=3&epoch=${epoch}`, cookie), 4000);
  const slow = await slowReader();

  await page.getByRole("cell", { name: "/ws/{…}" }).waitFor({ timeout: SHOWN_MS });
  await until("the slow reader on the page", SHOWN_MS, async () =>
    /Slow readers[\s\S]*\n1\n/.test(await shown(page, "Slow readers")),
  );
  assert.match(await shown(page, "Slow readers"), /Needs a look/);
  assert.match(await shown(page, "Resumes"), /^Resumes\s+1$/);
  await page.getByRole("cell", { name: "wrong path", exact: true }).waitFor();

  const metrics = await (await fetch(`${stack.api_url}/metrics`)).text();
  for (const line of [
    /^wayfinder_slow_readers 1$/m,
    /^wayfinder_socket_wrong_paths_total 1$/m,
    /^wayfinder_socket_dials_total\{outcome="near_miss"\} 1$/m,
    /^wayfinder_socket_resumes_total\{resume="ok"\} 1$/m,
    /^wayfinder_connections\{transport="websocket"\} 1$/m,
    /^wayfinder_sends_after_close_total 0$/m,
  ])
    assert.match(metrics, line);

  slow.terminate();
  await until("the slow reader's end", SHOWN_MS, async () => /Slow readers\n0\n/.test(await shown(page, "Slow readers")));
  assert.deepEqual(errors, []);
  await person.close();
});

test("WEB the figures are read while the page is visible, not while it is hidden", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  let readings = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/operations")) readings += 1;
  });
  await page.clock.install();
  await page.goto(`${stack.web_url}/app/operations`);
  await until("three readings", SHOWN_MS, () => readings >= 3);
  const hide = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, "visibilityState", { configurable: true, value: "${hidden ? "hidden" : "visible"}" });
      document.dispatchEvent(new Event("visibilitychange"))`);
  await hide(true);
  const before = readings;
  await page.clock.runFor(60_000);
  assert.ok(readings - before <= 1, `${readings - before} readings in a minute while hidden`);
  await hide(false);
  await until("readings after it is visible again", SHOWN_MS, () => readings > before + 1);
  await person.close();
});

test("WEB where a token is set the page asks for it, says when it is wrong, and keeps it in the tab only", async () => {
  const person = await newPerson(browser);
  const page = await person.newPage();
  await page.goto(`${guarded.web_url}/app/operations`);
  const field = page.getByLabel("Token", { exact: true });
  await field.fill("not the token at all");
  await field.press("Enter");
  await page.getByText("The server does not accept this token.").waitFor();
  assert.equal(await page.getByRole("contentinfo").getByRole("link").count(), 1, "who has given a token sees the link");
  await field.fill(TOKEN);
  await page.getByRole("button", { name: "Show the figures" }).click();
  await page.getByText("Open connections").waitFor();
  await page.reload();
  await page.getByText("Open connections").waitFor();
  await page.getByRole("button", { name: "Forget the token" }).click();
  await field.waitFor();
  assert.equal(await page.getByRole("contentinfo").getByRole("link").count(), 0);
  assert.equal((await fetch(`${guarded.api_url}/metrics`)).status, 401);
  const figures = await fetch(`${guarded.api_url}/api/v1/operations`, { headers: { authorization: `Bearer ${TOKEN}` } });
  assert.ok(((await figures.json()) as Operations).since);
  await person.close();
});
