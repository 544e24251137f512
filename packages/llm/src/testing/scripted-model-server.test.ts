import assert from "node:assert/strict";
import { test } from "node:test";
import { askInVain, askOnce, FREE, QUESTION, settingsFor } from "../ask.fixture.ts";
import { startScriptedModelServer } from "./scripted-model-server.ts";

test("PL9 the script sees what was asked, in every mode, and answers by it", async () => {
  await using server = await startScriptedModelServer({
    answer: ({ index, mode, schema_name }) => JSON.stringify({ index, mode, schema_name }),
  });
  for (const mode of ["json_schema", "json_object", "tool", "text"] as const) {
    const { text } = await askOnce(settingsFor(server.base_url, { mode }), QUESTION);
    const named = mode === "json_schema" || mode === "tool";
    assert.deepEqual(JSON.parse(text), { index: server.requests.length - 1, mode, schema_name: named ? "verdict" : null });
  }
  const [first] = server.requests;
  assert.equal(first?.system, "You are terse.");
  assert.equal(first?.prompt, "the secret goal");
  assert.equal(first?.max_output_tokens, 100);
  assert.equal(first?.api_key, "sk-very-secret");
  assert.equal(server.inFlight(), 0);
});

test("PL9 answers come at the pace that was handed in, one event after the other", async () => {
  const gates: (() => void)[] = [];
  const paced = Promise.withResolvers<void>();
  await using server = await startScriptedModelServer({
    answer: () => "one two",
    chunk_chars: 4,
    pace: () =>
      new Promise((resolve) => {
        gates.push(resolve);
        paced.resolve();
      }),
  });
  const asked = askOnce(settingsFor(server.base_url), FREE);
  await paced.promise;
  assert.equal(server.inFlight(), 1);
  assert.equal(gates.length, 1);
  const open = setInterval(() => gates.shift()?.(), 1);
  const answer = await asked;
  clearInterval(open);
  assert.deepEqual(answer.shown, ["one ", "two"]);
});

test("PL9 an answer can go wrong in any way of the stall server, and the script hears how each request ended", async () => {
  const ends: boolean[] = [];
  await using server = await startScriptedModelServer({
    answer: ({ index }) => (index === 0 ? "Four." : { stall: { kind: "cut", text: "Four, and more", after_bytes: 300 } }),
    ended: ({ whole }) => ends.push(whole),
  });
  const settings = settingsFor(server.base_url);
  assert.equal((await askOnce(settings, FREE)).text, "Four.");
  assert.equal((await askInVain(settings)).kind, "cut_off");
  assert.deepEqual(ends, [true, false]);
});

test("PL9 thinking, refusals, missing usage, cuts and statuses can be scripted", async () => {
  const answers = [
    { text: "Four.", reasoning: "Let me see", usage: null },
    { text: "", refusal: "I will not.", finish_reason: "stop" },
    { text: "Half of it, and more", cut_after_chars: 8 },
    { status: 429, headers: { "retry-after": "2" } },
  ];
  await using server = await startScriptedModelServer({ answer: ({ index }) => answers[index] ?? "" });
  const settings = settingsFor(server.base_url);
  const thought = await askOnce(settings, FREE);
  assert.deepEqual([thought.text, thought.tokens], ["Four.", null]);
  assert.equal((await askOnce(settings, FREE)).finish, "refused");
  assert.equal((await askInVain(settings)).kind, "cut_off");
  assert.equal((await askInVain(settings)).retry_after_ms, 2_000);
});
