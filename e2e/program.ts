import { spawn } from "node:child_process";
import { join } from "node:path";
import { until } from "./until.ts";

const ROOT = join(import.meta.dirname, "..");

/** A process under test with everything it has written. */
export interface Program {
  readonly pid: number;
  /** Standard output and errors so far, in the order they came. */
  output(): string;
  /** Resolves when the output has a match; rejects when the program ends first or `timeout_ms` is over. */
  said(pattern: RegExp, timeout_ms: number): Promise<void>;
  /** Exit code, or 128 and the signal's number as a shell has it. */
  readonly exited: Promise<number>;
  signal(name: NodeJS.Signals): void;
  /** As Ctrl-C in a terminal: the program and everything it started in its process group. */
  interruptGroup(): void;
}

const SIGNAL_CODES: Readonly<Record<string, number>> = { SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };

/** Runs a script of the repository under this Node. It is told when the test process dies, and ends then. */
export function runProgram(script: string, env: Readonly<Record<string, string>>): Program {
  return run([process.execPath, script], env);
}

/** Types `npm start`. The program's process is npm. */
export function runNpmStart(env: Readonly<Record<string, string>>): Program {
  return run(["npm", "start"], env);
}

/** In a process group of its own, so that an interrupted group is not ours. */
function run(command: readonly [string, string], env: Readonly<Record<string, string>>): Program {
  const name = command.join(" ");
  const child = spawn(command[0], [command[1]], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} could not be started.`);
  let output = "";
  let code: number | undefined;
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number>((resolve) => {
    child.once("exit", (given, signal) => resolve((code = given ?? SIGNAL_CODES[signal ?? ""] ?? 1)));
  });
  return {
    pid,
    output: () => output,
    exited,
    signal: (name) => void child.kill(name),
    interruptGroup: () => void process.kill(-pid, "SIGINT"),
    async said(pattern, timeout_ms) {
      const found = await until(`${pattern} from ${name}`, timeout_ms, () => {
        if (pattern.test(output)) return "said";
        return code === undefined ? undefined : "ended";
      }).catch((error: Error) => {
        throw new Error(`${error.message} It said:\n${output}`);
      });
      if (found === "ended") throw new Error(`${name} ended with ${code} before ${pattern}:\n${output}`);
    },
  };
}
