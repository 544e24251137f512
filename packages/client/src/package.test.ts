import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { TASK } from "./testing/messages.ts";
import { miniTaskServer } from "./testing/mini-task-server.ts";

const PACKAGE = join(import.meta.dirname, "..");

test("CL1 the README's example for Node runs as it stands there", async () => {
  const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
  const code = /## In Node[\s\S]*?```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const server = await miniTaskServer();
  const url = `ws://${server.host}/api/v1/ws/${TASK}?include_history=true`;
  const args = ["--input-type=module", "-e", code, "--", url, TASK];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PACKAGE, timeout: 20_000 });
  await server.close();
  const lines = stdout.split("\n").filter((line) => /^\d/.test(line) || line === "done");
  assert.deepEqual(lines, ["1 progress", "2 progress", "3 completed", "done"]);
});
