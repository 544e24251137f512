import assert from "node:assert/strict";
import { test } from "node:test";
import { askInVain, askOnce, QUESTION, settingsFor } from "./ask.fixture.ts";
import { startScriptedModelServer } from "./testing/scripted-model-server.ts";
import type { ModelTracer } from "./tracer.ts";

/** Keeps what a real exporter would send. */
function recordingTracer() {
  const spans: { name: string; kind: number; attributes: Record<string, unknown>; status: number | null; ended: number }[] = [];
  const tracer: ModelTracer = {
    startSpan: (name, { kind, attributes }) => {
      const span = {
        name,
        kind,
        attributes: { ...attributes } as Record<string, unknown>,
        status: null as number | null,
        ended: 0,
      };
      spans.push(span);
      return {
        setAttributes: (more) => Object.assign(span.attributes, more),
        setStatus: ({ code }) => (span.status = code),
        end: () => (span.ended += 1),
      };
    },
  };
  return { tracer, spans };
}

test("OT a call is one span with model, provider, tokens and outcome, and no word of prompt, answer or key", async () => {
  await using server = await startScriptedModelServer({ answer: () => '{"good": true}' });
  const { tracer, spans } = recordingTracer();
  await askOnce(settingsFor(server.base_url, { mode: "json_schema", provider_id: "vllm" }), QUESTION, { tracer });
  const [span] = spans;
  assert.equal(spans.length, 1);
  assert.equal(span?.name, "chat m1");
  assert.equal(span?.kind, 2);
  assert.equal(span?.ended, 1);
  assert.equal(span?.status, null);
  assert.deepEqual(span?.attributes, {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "vllm",
    "gen_ai.request.model": "m1",
    "gen_ai.request.max_tokens": 100,
    "gen_ai.output.type": "json",
    "gen_ai.response.finish_reasons": ["stop"],
    "gen_ai.usage.input_tokens": 8,
    "gen_ai.usage.output_tokens": 4,
    "server.address": "127.0.0.1",
    "server.port": Number(new URL(server.base_url).port),
  });
  assert.doesNotMatch(JSON.stringify(spans), /secret|terse|good/);
});

test("OT a call that fails ends its span with the kind of error", async () => {
  await using server = await startScriptedModelServer({ answer: () => ({ status: 401, body: '{"secret": 1}' }) });
  const { tracer, spans } = recordingTracer();
  const settings = settingsFor(server.base_url);
  await assert.rejects(askOnce(settings, QUESTION, { tracer }));
  assert.equal((await askInVain(settings)).kind, "key_refused");
  assert.equal(spans.length, 1);
  assert.deepEqual([spans[0]?.status, spans[0]?.ended, spans[0]?.attributes["error.type"]], [2, 1, "key_refused"]);
  assert.doesNotMatch(JSON.stringify(spans), /secret/);
});
