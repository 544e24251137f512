import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { TASK } from "./testing/messages.ts";
import { miniTaskServer } from "./testing/mini-task-server.ts";

const PACKAGE = join(import.meta.dirname, "..");

/** Runs the program under a heading of the README against a real server, and answers what it printed. */
async function run(heading: string): Promise<string[]> {
  const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
  const [, code = ""] = new RegExp(`## ${heading}\\n[^]*?\`\`\`js\\n([^]*?)\`\`\``).exec(readme) ?? [];
  const server = await miniTaskServer();
  const url = `ws://${server.host}/api/v1/ws/${TASK}?include_history=true`;
  const args = ["--input-type=module", "-e", code, "--", url, TASK];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PACKAGE, timeout: 20_000 });
  await server.close();
  return stdout.split("\n").filter((line) => line !== "" && !line.startsWith("[WS]"));
}

test("CL1 the README's example for Node runs as it stands there", async () => {
  assert.deepEqual(await run("In Node"), ["1 progress", "2 progress", "3 completed", "done"]);
});

test("CL1 the README's fold of events of one's own runs as it stands there", async () => {
  assert.deepEqual(await run("Events of your own"), ['{"progress":2,"completed":1}']);
});
