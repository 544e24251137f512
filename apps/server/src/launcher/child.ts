import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** Exit codes by which a child says that starting it again is useless: a port somebody else holds, any other fatal error. */
export const PORT_TAKEN = 3;
export const FATAL = 4;

/**
 * Node's flags for our processes. New objects get 4 MiB a half (Node's default grows to 64): ten thousand idle watchers take 100 MiB
 * less, and neither the fan-out nor a generation became slower.
 */
export const NODE_FLAGS: readonly string[] = ["--max-semi-space-size=4"];

/** How a process ended: one of the two is null. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What to start: a script of ours, under this Node. */
export interface ChildSpec {
  readonly script: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A running process of ours. The IPC channel tells it of our death, however that comes. */
export interface Child {
  /** Resolves when it says `ready`, and to the exit if that comes first. */
  readonly ready: Promise<Exit | "ready">;
  readonly exited: Promise<Exit>;
  /** Asks it to end; after `grace_ms` it is killed. Resolves when it is gone. */
  stop(grace_ms: number): Promise<Exit>;
}

/** Starts a child. It never rejects: a program that cannot be run is an exit with code 1. */
export function startChild(spec: ChildSpec): Child {
  const child = spawn(process.execPath, [...NODE_FLAGS, spec.script], {
    cwd: spec.cwd,
    env: spec.env,
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  copyErrors(child);
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 1, signal: null }));
  });
  const ready = new Promise<"ready">((resolve) => {
    child.on("message", (message) => {
      if (isReady(message)) resolve("ready");
    });
  });
  return {
    ready: Promise.race([ready, exited]),
    exited,
    async stop(grace_ms) {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), grace_ms);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
  };
}

/** `port_taken` is meant for us, who can say more: the rest of its errors is for the person. */
function copyErrors(child: ChildProcess): void {
  if (child.stderr === null) return;
  createInterface({ input: child.stderr, crlfDelay: Infinity }).on("line", (line) => {
    if (!line.startsWith("port_taken")) process.stderr.write(`${line}\n`);
  });
}

function isReady(message: unknown): boolean {
  return typeof message === "object" && message !== null && "type" in message && message.type === "ready";
}
