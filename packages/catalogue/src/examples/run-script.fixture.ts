import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { compilerErrors, compilerErrorsOf } from "./expected.ts";
import { filesOf, type ProgramFile } from "./files-of.ts";
import type { Program } from "./program.ts";
import { type CommandResult, runCommand } from "./run-command.fixture.ts";

const MODULES = join(import.meta.dirname, "../../../../node_modules");
const COMPILER = join(MODULES, "typescript/bin/tsc");
const COMPILE = ["--noEmit", "--target", "es2024", "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--skipLibCheck"];
/** TypeScript as strict as it goes; JavaScript with what its types tell without annotations. */
const STRICTNESS = {
  typescript: ["--strict", "--jsx", "react-jsx"],
  javascript: ["--strict", "false", "--allowJs", "--checkJs", "--jsx", "react-jsx"],
} as const;

/** Lets a server that an example never closes end as soon as it listens, on a port that is free. */
const STOP_WHEN_LISTENING = `import net from "node:net";
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function () { return listen.call(this, 0, "127.0.0.1", () => this.close()); };`;

/** Checks a program in JavaScript or TypeScript with the compiler; then runs it, unless it needs a browser (JSX) or is meant not to compile, which answers `null`. */
export async function runScript(dir: string, program: Program): Promise<CommandResult | null> {
  const files = filesOf(program);
  const isMarkup = program.blocks.some(({ fence }) => fence.endsWith("x"));
  await writeFiles(dir, isMarkup ? files : await onFreePort(files));
  if (program.language === "typescript" || isMarkup) {
    const wanted = compilerErrorsOf(program);
    assert.deepEqual(await compile(dir, program, files), wanted);
    if (isMarkup || wanted.length > 0) return null;
  }
  const all = files.map(({ text }) => text).join("\n");
  const isEndless = all.includes(".listen(") && !all.includes(".close(");
  const preload = isEndless ? ["--import", `data:text/javascript,${encodeURIComponent(STOP_WHEN_LISTENING)}`] : [];
  return runCommand(dir, [process.execPath, "--no-warnings", ...preload, files.at(-1)?.path ?? ""]);
}

async function writeFiles(dir: string, files: readonly ProgramFile[]): Promise<void> {
  await writeFile(join(dir, "package.json"), JSON.stringify({ type: "module" }));
  await symlink(MODULES, join(dir, "node_modules"));
  for (const { path, text } of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

async function compile(dir: string, program: Program, files: readonly ProgramFile[]): Promise<readonly string[]> {
  const strictness = STRICTNESS[program.language === "typescript" ? "typescript" : "javascript"];
  const paths = files.map(({ path }) => path);
  const { status, stdout, stderr } = await runCommand(dir, [process.execPath, COMPILER, ...COMPILE, ...strictness, ...paths]);
  const errors = compilerErrors(stdout);
  assert.ok(status === 0 || errors.length > 0, `the compiler failed: ${stdout}${stderr}`);
  return errors;
}

/** The same files with the port that they listen on replaced by a free one, so that two runs do not meet. */
async function onFreePort(files: readonly ProgramFile[]): Promise<readonly ProgramFile[]> {
  const port = /\.listen\((\d+)/.exec(files.map(({ text }) => text).join("\n"))?.[1];
  if (port === undefined) return files;
  const free = await freePort();
  return files.map(({ path, text }) => ({ path, text: text.replaceAll(port, String(free)) }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert.ok(address !== null && typeof address === "object");
  return address.port;
}
