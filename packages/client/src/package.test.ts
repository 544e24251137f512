import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { TASK } from "./testing/messages.ts";
import { miniTaskServer } from "./testing/mini-task-server.ts";

const PACKAGE = join(import.meta.dirname, "..");
/**
 * What the client's own code may weigh, gzipped, in bytes. Names are kept here, so this is above what a page loads: at 16.5 kB of this measure
 * esbuild came to 11.7 kB. It keeps the client from growing unseen.
 */
const MOST_BYTES = 17_000;

/** The JavaScript of a module and of all that it loads, by file. */
function loaded(file: string, into = new Map<string, string>()): Map<string, string> {
  if (into.has(file)) return into;
  const code = stripTypeScriptTypes(readFileSync(file, "utf8"));
  into.set(file, code);
  for (const [, specifier = ""] of code.matchAll(/^(?:import|export)\s[^;]*?\sfrom\s+"([^"]+)"/gm)) {
    loaded(specifier.startsWith(".") ? join(dirname(file), specifier) : fileURLToPath(import.meta.resolve(specifier)), into);
  }
  return into;
}

/** As small as it gets without renaming: no comments, no blanks between lines, no imports between the files of one bundle. */
const squeezed = (codes: readonly string[]): string =>
  codes
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^(?:import|export)\s[^;]*?\sfrom\s+"[^"]+";/gm, "")
    .replace(/[ \t]+/g, " ")
    .replace(/\n\s*/g, "\n");

test("CL1 the client stays small, and loads no schema", (t) => {
  const files = loaded(join(import.meta.dirname, "index.ts"));
  const own = [...files].filter(([file]) => file.startsWith(PACKAGE));
  const protocol = [...files].filter(([file]) => !file.startsWith(PACKAGE));
  const sizeOf = (part: readonly (readonly [string, string])[]): number =>
    gzipSync(squeezed(part.map(([, code]) => code))).length;
  t.diagnostic(`${sizeOf(own)} bytes gzipped, names kept; of the protocol ${sizeOf(protocol)} more`);
  assert.ok(sizeOf(own) <= MOST_BYTES);
  const names = protocol.map(([file]) => file.split("/").at(-1));
  assert.deepEqual(names.toSorted(), ["close-code.ts", "fold.ts", "route.ts", "subprotocol.ts"]);
});

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
