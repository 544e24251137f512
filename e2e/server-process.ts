import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../apps/server/main.ts", import.meta.url));

export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it said on both streams so far. */
  output(): string;
  /** Sends the signal and resolves with the exit code, or null for a death by signal. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the real server as a process of its own and resolves when it says it is ready; rejects with its output when it ends before. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (output += data.toString()));
  const ended = once(child, "exit") as Promise<[number | null]>;
  const ready = once(child, "message");
  const first = await Promise.race([ready.then(() => "ready" as const), ended.then(([code]) => code)]);
  if (first !== "ready") throw new Error(`The server ended with ${first}: ${output}`);
  return {
    child,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
