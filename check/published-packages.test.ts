import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { publint } from "publint";
import { withPublishedPackages } from "./published-packages.ts";
import { runCommand, type CommandResult } from "./run-command.ts";

/** What a stranger's program sees of the packages, under plain Node. */
const PROGRAM = `
import * as client from "@wayfinder/client";
import { applyEvent } from "@wayfinder/protocol/fold";
import { SUBPROTOCOL } from "@wayfinder/protocol/subprotocol";
console.log(Object.keys(client).sort().join(), typeof applyEvent, SUBPROTOCOL);
const log = (text) => {
  console.log(text);
  // The part for fallbacks was loaded from beside: it says what it dials.
  if (text.includes("Connecting to")) queueMicrotask(() => channel.close());
};
const channel = client.createTaskChannel({
  url: "ws://127.0.0.1:9/api/v1/ws/t",
  task_id: "t",
  environment: { ...client.browserEnvironment(), log: { debug: log, log, error: log } },
  fallback: "sse",
});
`;

const TYPED = `
import { browserEnvironment, createTaskChannel, type ChannelState } from "@wayfinder/client";
import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
const channel = createTaskChannel({ url: "", task_id: "t", environment: browserEnvironment(), fold: generationFold });
export const state: ChannelState<Snapshot> = channel.getState();
export const percent: number = state.snapshot.percent;
export const bare: undefined = createTaskChannel({ url: "", task_id: "t", environment: browserEnvironment() }).getState().snapshot;
`;
const TYPES = {
  compilerOptions: { module: "nodenext", strict: true, noEmit: true, lib: ["esnext", "dom"], types: [], jsx: "react-jsx" },
  files: ["typed.ts", "page.ts", "app.tsx"],
};

/** The first example of a README. */
async function exampleIn(file: string): Promise<string> {
  const [, code] = /```(?:js|tsx)\n([^]*?)```/.exec(await readFile(file, "utf8")) ?? [];
  if (code === undefined) throw new Error(`No example in ${file}`);
  return code;
}

interface Seen {
  readonly messages: readonly string[];
  readonly manifests: readonly { readonly engines: { readonly node: string }; readonly private?: boolean }[];
  readonly program: CommandResult;
  readonly types: CommandResult;
}

/** One build for all. */
let seen: Seen;
before(async () => {
  seen = await withPublishedPackages(async ({ folder, packageFolder }) => {
    const messages: string[] = [];
    const manifests: Seen["manifests"][number][] = [];
    for (const name of ["protocol", "client", "react"] as const) {
      const found = await publint({ pkgDir: packageFolder(name), pack: false, strict: true });
      messages.push(...found.messages.map(({ code, path }) => `${name} ${code} ${path.join(".")}`));
      manifests.push(JSON.parse(await readFile(join(packageFolder(name), "package.json"), "utf8")) as Seen["manifests"][number]);
    }
    await Promise.all([
      writeFile(join(folder, "program.mjs"), PROGRAM),
      writeFile(join(folder, "typed.ts"), TYPED),
      writeFile(join(folder, "page.ts"), await exampleIn(join(packageFolder("client"), "README.md"))),
      writeFile(join(folder, "app.tsx"), await exampleIn(join(packageFolder("react"), "README.md"))),
      writeFile(join(folder, "package.json"), '{"type":"module"}'),
      writeFile(join(folder, "tsconfig.json"), JSON.stringify(TYPES)),
    ]);
    const program = await runCommand([process.execPath, "program.mjs"], folder);
    return { messages, manifests, program, types: await runCommand(["tsc", "-p", "."], folder) };
  });
});

test("CL1 what is packed has nothing that publint would say about it", () => {
  assert.deepEqual(seen.messages, []);
  for (const { engines, private: hidden } of seen.manifests) assert.deepEqual([engines.node, hidden], [">=22", undefined]);
});

test("CL1 what is packed loads under plain Node, its later parts, too", () => {
  const { ok, output } = seen.program;
  assert.ok(ok, output);
  assert.match(
    output,
    /browserEnvironment,createApi,createChannelRegistry,createTaskChannel,webSocketTransport function task\.v1/,
  );
  assert.match(output, /Connecting to: http:\/\/127\.0\.0\.1:9\/api\/v1\/tasks\/t\/events/);
});

test("CL1 what is packed brings types that fit the examples of the READMEs, with a fold and without", () => {
  assert.ok(seen.types.ok, seen.types.output);
});
