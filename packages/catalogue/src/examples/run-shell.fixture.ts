import { codeOf, type Program } from "./program.ts";
import { type CommandResult, runUnprivileged } from "./run-command.fixture.ts";

/** Runs a shell example as if pasted, both streams in one; `/tmp` stands for the given folder, in what it does and in what it says. */
export async function runShell(dir: string, program: Program): Promise<CommandResult> {
  // pip is not called and takes seconds to put into an environment
  const code = codeOf(program).replaceAll("/tmp", dir).replaceAll("-m venv ", "-m venv --without-pip ");
  const result = await runUnprivileged(dir, ["bash", "-c", `exec 2>&1; mkdir demo; cd demo; ${code}`]); // `demo` is what the printed paths name
  return { ...result, stdout: result.stdout.replaceAll(dir, "/tmp") };
}

/** Lines without the line number that a shell puts before a message when it is not typed to. */
export const withoutLineNumbers = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/: line \d+: /, ": "));
