import assert from "node:assert/strict";
import { test } from "node:test";
import { bundleEntry, bundleParts } from "./client-bundle.ts";

/** What a page may load before it can open a channel, gzipped, in bytes. */
const MOST_BYTES = 8_192;
/** Parts that are loaded only where they are needed, each with what only it needs. */
const LATER = ["fallback.ts", "shared-connection.ts", "browser-tabs.ts", "refresh.ts"];

test("CL14 what a watcher loads is at most 8 KiB gzipped, and neither a schema nor anything of roadmaps", async (t) => {
  const { bytes, inputs } = await bundleEntry();
  t.diagnostic(`${bytes} bytes, minified and gzipped`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  const others = inputs.filter((file) => !file.startsWith("packages/client/") && file !== "<stdin>");
  const protocol = ["channel-route.ts", "close-code.ts", "subprotocol.ts"].map((file) => `packages/protocol/src/${file}`);
  assert.deepEqual(others.toSorted(), protocol);
});

test("CL14 the fallbacks, the sharing between tabs and the renewal of a session are parts that are loaded when needed", async (t) => {
  const parts = await bundleParts();
  for (const { name, bytes } of parts) t.diagnostic(`${name} ${bytes} bytes`);
  const first = parts.find(({ name }) => name === "stdin.js");
  assert.ok(first);
  for (const file of LATER) {
    const part = parts.find(({ name }) => name.startsWith(`${file.replace(".ts", "")}-`));
    assert.ok(part?.inputs.includes(`packages/client/src/${file}`), file);
    assert.ok(!first.inputs.includes(`packages/client/src/${file}`), file);
  }
  assert.ok(!parts.some(({ inputs }) => inputs.some((file) => file.includes("zod"))));
});
