import assert from "node:assert/strict";
import { test } from "node:test";
import { settingsFor } from "./ask.fixture.ts";
import { probeModel } from "./probe-model.ts";
import { startScriptedModelServer, type ScriptedAnswer, type ScriptedRequest } from "./testing/scripted-model-server.ts";
import { startStallServer } from "./testing/stall-server.ts";

const GOOD = JSON.stringify({ sketch_title: "Days", day_lines: ["Monday begins.", "Tuesday follows."] });

/** Probes a server that answers by the mode it is asked in; tells the result and the modes that were tried. */
async function probe(answer: (mode: ScriptedRequest["mode"]) => ScriptedAnswer) {
  await using server = await startScriptedModelServer({ answer: ({ mode }) => answer(mode) });
  const result = await probeModel(settingsFor(server.base_url), { signal: new AbortController().signal });
  return { result, tried: server.requests.map(({ mode }) => mode) };
}

test("PL9 the best mode that keeps the schema is chosen, with one call where the first does", async () => {
  const { result, tried } = await probe(() => GOOD);
  assert.ok(result.ok);
  assert.equal(result.mode, "json_schema");
  assert.equal(result.model, "openai-compatible/m1");
  assert.ok(result.first_byte_ms >= 0);
  assert.deepEqual(tried, ["json_schema"]);
});

test("PL9 modes that are refused or not kept are passed over: prose, fences, wrong keys, an empty list", async () => {
  for (const bad of [
    { status: 400 },
    "Monday, Tuesday …",
    `\`\`\`json\n${GOOD}\n\`\`\``,
    '{"title": "Days", "days": []}',
    '{"sketch_title": "Days", "day_lines": []}',
    '"x"',
  ]) {
    const by_object = await probe((mode) => (mode === "json_schema" ? bad : GOOD));
    assert.ok(by_object.result.ok);
    assert.equal(by_object.result.mode, "json_object");
    const by_tool = await probe((mode) => (mode === "tool" ? GOOD : bad));
    assert.ok(by_tool.result.ok);
    assert.equal(by_tool.result.mode, "tool");
    assert.deepEqual(by_tool.tried, ["json_schema", "json_object", "tool"]);
  }
});

test("PL9 a model that keeps no schema is used by text", async () => {
  const { result, tried } = await probe(() => "Monday, Tuesday …");
  assert.ok(result.ok);
  assert.equal(result.mode, "text");
  assert.deepEqual(tried, ["json_schema", "json_object", "tool", "text"]);
});

test("PL9 what is wrong with the settings ends the probe at once, in words", async () => {
  const { result, tried } = await probe(() => ({ status: 401 }));
  assert.deepEqual(result, {
    ok: false,
    kind: "key_refused",
    message:
      "The provider refused this server's key (401). Whoever runs the server sets LLM_API_KEY; in Settings you can use a key of your own.",
  });
  assert.equal(tried.length, 1);
});

test("PL9 a model that refuses every mode is not ok", async () => {
  const { result, tried } = await probe(() => ({ status: 422 }));
  assert.ok(!result.ok);
  assert.equal(result.kind, "request_refused");
  assert.equal(tried.length, 4);
});

test("PL9 a model that says nothing at all is not ok, and not because of its last refusal", async () => {
  const { result, tried } = await probe((mode) => (mode === "tool" ? { status: 400 } : ""));
  assert.ok(!result.ok);
  assert.match(result.message, /answered nothing/);
  assert.equal(tried.length, 4);
});

test("PL9 the pace is measured from the first piece on", async () => {
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 4));
  await using server = await startScriptedModelServer({ answer: () => GOOD, pace: turn, chunk_chars: 2 });
  const result = await probeModel(settingsFor(server.base_url), { signal: new AbortController().signal });
  assert.ok(result.ok);
  assert.ok(result.tokens_per_second !== null && result.tokens_per_second > 0);
});

test("PL5 a probe can be cancelled", async () => {
  await using server = await startStallServer({ kind: "never_answers" });
  const cancel = new AbortController();
  const probed = probeModel(settingsFor(server.base_url), { signal: cancel.signal });
  await server.arrived;
  cancel.abort(new Error("enough"));
  await assert.rejects(probed, /^Error: enough$/);
});
