import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { descendants, isRunning, type ProcessRow } from "./process-tree.ts";
import { runNpmStart, runProgram, type Program } from "./program.ts";
import { until } from "./until.ts";

/** A first start may build the web pages on a busy machine. Milliseconds. */
const START_MS = 180_000;
/** Ctrl-C or SIGTERM ends everything within 8 s (API.md); a busy machine gets a little more. Milliseconds. */
const STOP_MS = 15_000;

const SCRIPTS = { api: "apps/server/main.ts", web: "serve.ts" };

/** What a stack may be given; everything else is made for it. */
export interface StackOptions {
  /** Added to the environment; wins over what the stack sets itself. */
  readonly env?: Readonly<Record<string, string>>;
  /** What a person types: `node start.mjs`, or `npm start`. The program is the first process of it. */
  readonly by?: "node" | "npm";
  /** Another program of the repository's root that starts everything. */
  readonly script?: "preview.mjs";
  /** An earlier stack's: the same data and the same ports. The caller removes the data. */
  readonly again?: StackPlace;
}

/** Where a stack runs. */
export interface StackPlace {
  readonly data_dir: string;
  readonly api_port: number;
  readonly web_port: number;
}

/** Real processes on their own ports and data directory. `await using` stops them and removes the data. */
export interface Stack extends AsyncDisposable {
  readonly place: StackPlace;
  /** `http://localhost:…`, without a slash at the end. */
  readonly api_url: string;
  readonly web_url: string;
  readonly program: Program;
  /** The launcher and everything below it at this moment, PostgreSQL included. */
  processes(): ProcessRow[];
  /** The process that serves the API or the web at this moment. */
  pidOf(script: "api" | "web"): number | undefined;
  /** Ends everything and removes the data unless `keep_data`. Rejects when a process is left. */
  stop(options?: { readonly keep_data?: boolean }): Promise<void>;
}

/** Starts everything as `npm start` does: launcher, API, web. Resolves when it says that it is ready. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const place = options.again ?? (await newPlace());
  const env = { ...placeEnv(place), ...options.env };
  const program = options.by === "npm" ? runNpmStart(env) : runProgram(options.script ?? "start.mjs", env);
  const stack = describe(program, place);
  try {
    await program.said(/^Ready\./m, START_MS);
    return stack;
  } catch (error) {
    // what it has started would keep the test process from ending
    await stack.stop({ keep_data: options.again !== undefined });
    throw error;
  }
}

/** A new data directory and two free ports. */
export async function newPlace(): Promise<StackPlace> {
  const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-e2e-"));
  return { data_dir, api_port: await freePort(), web_port: await freePort() };
}

/** The variables that put a process in its place. */
export function placeEnv(place: StackPlace): Record<string, string> {
  return { API_PORT: String(place.api_port), WEB_PORT: String(place.web_port), DATA_DIR: place.data_dir };
}

function describe(program: Program, place: StackPlace): Stack {
  async function stop({ keep_data = false } = {}): Promise<void> {
    const started = descendants(program.pid);
    program.signal("SIGTERM");
    await allGone(started);
    if (!keep_data) await rm(place.data_dir, { recursive: true, force: true });
  }
  return {
    place,
    api_url: `http://localhost:${place.api_port}`,
    web_url: `http://localhost:${place.web_port}`,
    program,
    processes: () => descendants(program.pid),
    pidOf(script) {
      const found = descendants(program.pid).find(({ command }) => command.endsWith(SCRIPTS[script]));
      return found?.pid;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Resolves when none of the processes runs any more; one that does not end in time is killed, and the promise rejects. */
export async function allGone(processes: readonly ProcessRow[]): Promise<void> {
  const names = processes.map(({ pid, command }) => `${pid} ${command}`).join("\n");
  const gone = until(`the end of\n${names}`, STOP_MS, () => processes.every(({ pid }) => !isRunning(pid)));
  await gone.catch((error: unknown) => {
    // it would keep the test process from ending
    for (const { pid } of processes) if (isRunning(pid)) process.kill(pid, "SIGKILL");
    throw error;
  });
}
