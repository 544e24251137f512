import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { after, afterEach, test } from "node:test";
import { postmasterPid } from "./embedded-sql.ts";
import { freePort } from "./free-port.ts";
import { descendants, isRunning } from "./process-tree.ts";
import { runProgram, type Program } from "./program.ts";
import { allGone, newPlace, placeEnv, startStack, type Stack, type StackPlace } from "./stack.ts";
import { until } from "./until.ts";

/** For what takes a second on an idle machine. Milliseconds. */
const SOON_MS = 30_000;

const places: StackPlace[] = [];
let running: Program[] = [];

async function place(): Promise<StackPlace> {
  const made = await newPlace();
  places.push(made);
  return made;
}

async function started(env: Readonly<Record<string, string>> = {}, by: "node" | "npm" = "node"): Promise<Stack> {
  const stack = await startStack({ again: await place(), env: { LOG_LEVEL: "warn", ...env }, by });
  running.push(stack.program);
  return stack;
}

/** Starts the launcher where it is expected to give up; resolves with its exit code and what it said. */
async function refused(env: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const program = runProgram("start.mjs", env);
  running.push(program);
  return { code: await program.exited, output: program.output() };
}

async function status(url: string): Promise<number> {
  return fetch(url, { redirect: "manual" }).then(
    (response) => response.status,
    () => 0,
  );
}

const answers = (url: string) => until(`an answer of ${url}`, SOON_MS, async () => (await status(url)) === 200);

afterEach(async () => {
  const left = running.flatMap(({ pid }) => descendants(pid));
  for (const program of running) program.signal("SIGTERM");
  await allGone(left);
  running = [];
});

after(async () => {
  for (const { data_dir } of places) await rm(data_dir, { recursive: true, force: true });
});

test("API Starting: API and web answer on the printed addresses, SIGTERM ends every process, the next start reuses the build", async () => {
  const stack = await started();
  assert.match(stack.program.output(), new RegExp(`API +${stack.api_url}\n(.*\n)*Web +${stack.web_url}\n`));
  assert.equal(await status(`${stack.api_url}/api/v1/ready`), 200);
  assert.equal(await status(stack.web_url), 200);
  const processes = stack.processes();
  const pids = new Set<number | undefined>(processes.map(({ pid }) => pid));
  assert.ok([stack.pidOf("api"), stack.pidOf("web"), await postmasterPid(stack.place.data_dir)].every((pid) => pids.has(pid)));
  await stack.stop({ keep_data: true });
  assert.equal(await stack.program.exited, 0);
  await allGone(processes);

  const again = await startStack({ again: stack.place });
  running.push(again.program);
  assert.doesNotMatch(again.program.output(), /Building/);
});

test("API Starting: Ctrl-C reaches all processes at once, and all end, the database too", async () => {
  const stack = await started();
  const processes = stack.processes();
  const postmaster = await postmasterPid(stack.place.data_dir);
  assert.ok(isRunning(postmaster));
  stack.program.interruptGroup();
  assert.equal(await stack.program.exited, 0);
  await allGone(processes);
  assert.equal(isRunning(postmaster), false);
  assert.doesNotMatch(stack.program.output(), /started again/);
});

test("API Starting: a second start on the same data names the first one's pid and addresses, exits 1 and harms nothing", async () => {
  const stack = await started();
  const before = stack.processes().map(({ pid }) => pid);
  const other = { ...placeEnv(stack.place), API_PORT: String(await freePort()), WEB_PORT: String(await freePort()) };
  for (const env of [placeEnv(stack.place), other]) {
    const { code, output } = await refused(env);
    assert.equal(code, 1);
    assert.match(output, new RegExp(`in use by process ${stack.pidOf("api")} `));
    assert.ok(output.includes(stack.api_url) && output.includes(stack.web_url), output);
    assert.doesNotMatch(output, /is taken by|started again/);
  }
  assert.equal(await status(`${stack.api_url}/api/v1/ready`), 200);
  assert.equal(await status(stack.web_url), 200);
  const now = new Set(stack.processes().map(({ pid }) => pid));
  const ours = [stack.program.pid, stack.pidOf("api"), stack.pidOf("web"), await postmasterPid(stack.place.data_dir)];
  assert.ok(ours.every((pid) => pid !== undefined && now.has(pid) && before.includes(pid)));
});

for (const variable of ["API_PORT", "WEB_PORT"] as const) {
  for (const data of ["new", "old"] as const) {
    test(`API Starting: ${variable} taken with ${data} data: the holder is named, nothing is left running`, async () => {
      const at = await place();
      // Old data may mean that we run already, which only the API's own start can tell.
      if (data === "new") await rm(at.data_dir, { recursive: true });
      else await mkdir(at.data_dir, { recursive: true });
      const port = variable === "API_PORT" ? at.api_port : at.web_port;
      const stranger = createServer().listen(port, "127.0.0.1");
      await once(stranger, "listening");
      const { code, output } = await refused(placeEnv(at));
      stranger.close();
      assert.equal(code, 1);
      assert.match(output, new RegExp(`Port ${port} is taken by process ${process.pid} \\(.*\\)\\. Stop it, or set ${variable}`));
      assert.doesNotMatch(output, /started again|port_taken/);
      if (data === "old") await assert.rejects(postmasterPid(at.data_dir));
    });
  }
}

test("API Starting: a wrong value names the variable and what it held", async () => {
  const { code, output } = await refused({ ...placeEnv(await place()), API_PORT: "eight" });
  assert.equal(code, 1);
  assert.match(output, /API_PORT=eight/);
});

test("API Starting: a killed API or web process is started again, the other one is left alone", async () => {
  const stack = await started();
  for (const [killed, other, url] of [
    ["api", "web", `${stack.api_url}/api/v1/ready`],
    ["web", "api", stack.web_url],
  ] as const) {
    const [old, neighbour] = [stack.pidOf(killed), stack.pidOf(other)];
    assert.ok(old !== undefined);
    process.kill(old, "SIGKILL");
    await until(`another ${killed} process`, SOON_MS, () => {
      const pid = stack.pidOf(killed);
      return pid !== undefined && pid !== old;
    });
    await answers(url);
    assert.equal(stack.pidOf(other), neighbour);
  }
});

test("API Starting: an API that dies a sixth time within a minute ends everything with exit 1, the database too", async () => {
  const stack = await started({ ROLE: "api" });
  let processes = stack.processes();
  for (let deaths = 1; deaths <= 6; deaths += 1) {
    const pid = await until("the API process", SOON_MS, () => stack.pidOf("api"));
    await answers(`${stack.api_url}/api/v1/ready`);
    processes = stack.processes();
    process.kill(pid, "SIGKILL");
    await until(`its end`, SOON_MS, () => !isRunning(pid));
  }
  assert.equal(await stack.program.exited, 1);
  await allGone(processes);
  await assert.rejects(postmasterPid(stack.place.data_dir));
});

test("API Starting: a launcher that is killed leaves no process behind", async () => {
  const stack = await started();
  const processes = stack.processes();
  stack.program.signal("SIGKILL");
  await allGone(processes);
  await assert.rejects(postmasterPid(stack.place.data_dir));
});

for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const)
  test(`API Starting: npm start that gets ${signal} leaves no process behind`, async () => {
    const stack = await started({ ROLE: "api" }, "npm");
    const processes = stack.processes();
    assert.ok(stack.pidOf("api") !== undefined);
    stack.program.signal(signal);
    await allGone(processes);
    await assert.rejects(postmasterPid(stack.place.data_dir));
  });

test("API Starting: an API that hangs is killed at the end, and its database is ended all the same", async () => {
  const stack = await started({ ROLE: "api" });
  const processes = stack.processes();
  process.kill(stack.pidOf("api") ?? 0, "SIGSTOP");
  stack.program.signal("SIGTERM");
  assert.equal(await stack.program.exited, 0);
  await allGone(processes);
  await assert.rejects(postmasterPid(stack.place.data_dir));
});

test("API Starting: ROLE=api starts no web, and looks at no web port", async () => {
  const at = await place();
  const stranger = createServer().listen(at.web_port, "127.0.0.1");
  await once(stranger, "listening");
  const stack = await startStack({ again: at, env: { ROLE: "api" } });
  running.push(stack.program);
  stranger.close();
  assert.equal(stack.pidOf("web"), undefined);
  assert.equal(await status(`${stack.api_url}/api/v1/ready`), 200);
});

test("API Starting: ROLE=worker starts neither API nor web, and looks at no port", async () => {
  const at = await place();
  const strangers = [at.api_port, at.web_port].map((port) => createServer().listen(port, "127.0.0.1"));
  await Promise.all(strangers.map((stranger) => once(stranger, "listening")));
  const stack = await startStack({ again: at, env: { ROLE: "worker" } });
  running.push(stack.program);
  for (const stranger of strangers) stranger.close();
  assert.match(stack.program.output(), /^Starting the worker …\n/);
  assert.doesNotMatch(stack.program.output(), /http:/);
  assert.ok(isRunning(stack.pidOf("api") ?? 0));
  assert.deepEqual([stack.pidOf("web"), await status(`${stack.api_url}/api/v1/ready`)], [undefined, 0]);
});
