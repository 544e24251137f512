import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NODE_FLAGS } from "../apps/server/src/launcher/child.ts";
import { aimsTable, type Result } from "./channel-aims.ts";
import { replayAfterRestart, type BenchTarget } from "./channel-restart.ts";

const ROOT = join(import.meta.dirname, "..");
const PORT = 18_120;

/** What is measured, with as many rounds as keep the whole at about ten minutes. */
const SCENARIOS = [
  { scenario: "fanout", only: "wayfinder,fastapi,socketio,floor", rounds: 3, set: "watchers=1000,rate=10" },
  { scenario: "replay", only: "wayfinder,fastapi,socketio,floor", rounds: 3, set: "clients=100,history=1000" },
  { scenario: "many", only: "wayfinder,fastapi,socketio", rounds: 1, set: "tasks=500,perTask=5,rate=1000" },
  { scenario: "idle", only: "wayfinder,fastapi,socketio", rounds: 1, set: "steps=5000:10000" },
  { scenario: "storm", only: "wayfinder,fastapi,socketio", rounds: 3, set: "watchers=5000" },
] as const;

/** The same as `replay`, so that the peer's figures, which has nothing after a restart, can stand beside. */
const RESTART = { label: "replay after a restart", rounds: 3, opts: { clients: 100, history: 1_000 } };

/** This server as the launcher starts it: the API alone, on the embedded database. Field names are the benchmark's. */
const WAYFINDER: BenchTarget = {
  name: "wayfinder",
  port: PORT,
  cmd: [process.execPath, ...NODE_FLAGS, join(ROOT, "apps/server/main.ts")],
  cwd: ROOT,
  env: { API_PORT: String(PORT), ROLE: "api", BENCH: "1", DATA_DIR: "{fresh_dir}", LOG_LEVEL: "warn" },
  ready: "/api/v1/ready",
  waitMs: 30_000,
  ws: "/api/v1/ws/{task_id}?include_history=true&after={last_seq}",
  durable: true,
};

/**
 * Runs the black-box channel benchmark in `folder` against this server beside its peers, in turn, and writes the table.
 *
 * The benchmark is no part of this repository; its folder must have been set up (its README says how).
 */
export async function runChannelBench(folder: string, report: string): Promise<void> {
  const load = loadavg()[0]!;
  const scratch = mkdtempSync(join(tmpdir(), "wayfinder-channel-"));
  // where we are root, the database is somebody else, who has to pass
  chmodSync(scratch, 0o711);
  const out = join(scratch, "results.jsonl");
  const targets = join(scratch, "targets.mjs");
  const peers = pathToFileURL(resolve(folder, "targets/peers.mjs")).href;
  writeFileSync(targets, `import peers from "${peers}";\nexport default [${JSON.stringify(WAYFINDER)}, ...peers];\n`);
  const run = (script: string, args: readonly string[]) => {
    const ran = spawnSync(process.execPath, [join("bench", script), ...args], {
      cwd: folder,
      env: { ...process.env, TMPDIR: scratch },
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
    });
    if (ran.status !== 0) throw new Error(`${script} of the channel benchmark ended with ${ran.status}.`);
    return ran.stdout;
  };
  for (const { scenario, only, rounds, set } of SCENARIOS) {
    const what = ["--scenario", scenario, "--only", only, "--rounds", String(rounds), "--set", set];
    run("run.mjs", ["--targets", targets, ...what, "--ref", "fastapi", "--out", out]);
    stopClusters(scratch);
  }
  for (const result of await restarts(folder, resultsIn(out))) appendFileSync(out, `${JSON.stringify(result)}\n`);
  const tables = run("summary.mjs", [out, "--ref", "fastapi", "--floor", "floor"]) + aimsTable(resultsIn(out));
  const head = `# The task channel beside its peers\n\nMedians; in brackets the ratio to the FastAPI peer and, where it ran, to the C floor. Node ${process.version}, 2 cores.\nLoad average before: ${load.toFixed(1)}; above 1 somebody else was at work, and figures of time say less than those of CPU and memory.\n`;
  writeFileSync(report, `${head}${tables}`);
  process.stdout.write(tables);
  rmSync(scratch, { recursive: true });
}

/** A server that the benchmark kills leaves its database to whoever starts it again; nobody will. */
function stopClusters(scratch: string): void {
  for (const folder of readdirSync(scratch)) {
    const lock = join(scratch, folder, "postgres/data/postmaster.pid");
    const pid = existsSync(lock) ? Number(readFileSync(lock, "utf8").split("\n")[0]) : 0;
    if (pid > 0) stop(pid);
  }
}

function stop(pid: number): void {
  try {
    process.kill(pid, "SIGQUIT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const resultsIn = (path: string): Result[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Result);

/** Our rounds, and beside them what the others reached without a restart. */
async function restarts(folder: string, results: readonly Result[]): Promise<Result[]> {
  const { label, rounds, opts } = RESTART;
  const others = results.filter((r) => r.label === "replay" && r.target !== WAYFINDER.name);
  const ours: Result[] = [];
  for (let round = 0; round < rounds; round += 1)
    ours.push({ label, opts, round, target: WAYFINDER.name, ...(await replayAfterRestart(folder, WAYFINDER, opts)) });
  return [...ours, ...others.map((r) => ({ ...r, label, opts }))];
}
