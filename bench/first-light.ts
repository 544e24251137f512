import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedSql } from "../e2e/embedded-sql.ts";
import { freePort } from "../e2e/free-port.ts";
import { startServerProcess } from "../e2e/server-process.ts";
import { generation } from "./generations.ts";
import { catalogueP95, plannerP95 } from "./planner.ts";
import { residentMemory } from "./process-memory.ts";
import { inParallel, quantile } from "./quantiles.ts";

const RUNS = 200;
const WIDTH = 8;

const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`;
const both = (sample: readonly number[]) => `p50 ${ms(quantile(sample, 0.5))}   p99 ${ms(quantile(sample, 0.99))}`;

const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-bench-"));
const port = await freePort();
const env = { DATA_DIR: data_dir, API_PORT: String(port) };
const base = `http://127.0.0.1:${port}`;

async function timedStart() {
  const t0 = performance.now();
  const server = await startServerProcess(env);
  return { server, time: performance.now() - t0 };
}

/** What one durable commit costs here: nothing that is acknowledged can be quicker. */
async function commitFloor(): Promise<number> {
  const sql = await embeddedSql(data_dir);
  await sql.query("create table if not exists floor_of_commits (n int)");
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const t0 = performance.now();
    await sql.query("insert into floor_of_commits values ($1)", [i]);
    times.push(performance.now() - t0);
  }
  await sql.query("drop table floor_of_commits");
  await sql.end();
  return quantile(times, 0.5);
}

const first = await timedStart();
say("start of the API to ready, first (database is made)", ms(first.time));
await first.server.end("SIGTERM");
const laters: number[] = [];
let { server, time } = await timedStart();
laters.push(time);
for (let i = 0; i < 4; i += 1) {
  await server.end("SIGTERM");
  ({ server, time } = await timedStart());
  laters.push(time);
}
say("start of the API to ready, later (median of 5)", ms(quantile(laters, 0.5)));

const memory = await residentMemory(server.child.pid!);
for (const { command, bytes } of memory)
  say(`memory when idle: ${command.trim().split("/").at(-1)}`, `${Math.round(bytes / 2 ** 20)} MiB`);
say("memory when idle, all processes of the API", `${Math.round(memory.reduce((n, m) => n + m.bytes, 0) / 2 ** 20)} MiB`);

const session = await fetch(`${base}/api/v1/session`, { method: "POST" });
const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
const floor = await commitFloor();
say("floor: one durable commit (median)", ms(floor));
await inParallel(20, 4, (i) => generation(base, cookie, i));
for (const width of [1, WIDTH]) {
  const made = await inParallel(RUNS, width, (i) => generation(base, cookie, i));
  const finished = made.map((g) => g.finished_ms);
  say(`goal to first event, ${width} at a time (${RUNS})`, both(made.map((g) => g.first_event_ms)));
  say(
    `goal to finished roadmap, ${width} at a time (${RUNS})`,
    `${both(finished)}   = ${Math.round(quantile(finished, 0.5) / floor)} × floor`,
  );
}
for (const n of [60, 1_000]) say(`planner, ${n} synthetic concepts`, `p95 ${ms(plannerP95(n))}`);
say("planner, every wording of the built-in goals", `p95 ${ms(catalogueP95())}`);

await server.end("SIGTERM");
await rm(data_dir, { recursive: true });
