import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

/** The repository. */
export const ROOT = join(import.meta.dirname, "..");

/** What a command said and whether it went well. */
export interface CommandResult {
  readonly ok: boolean;
  /** Both streams. */
  readonly output: string;
}

/** Runs a program of the dependencies (or `node`) in a folder, under the Node that runs us. Never rejects. */
export function runCommand(command: readonly [string, ...string[]], cwd: string): Promise<CommandResult> {
  const [program, ...parts] = command;
  // Tools start `node` by its name: with an older one in front they would refuse our configuration files.
  const path = [join(ROOT, "node_modules", ".bin"), dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
  const child = spawn(program, parts, {
    cwd,
    env: { ...process.env, PATH: path, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
