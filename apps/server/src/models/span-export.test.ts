import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createModel } from "@wayfinder/llm";
import { readBody, startLoopbackServer } from "@wayfinder/llm/testing/loopback-server";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import { openSpanExport } from "./span-export.ts";

describe("spans", () => {
  test("OT a call reaches the collector as one span, without a word of prompt, answer or key", async () => {
    const bodies: { url: string; body: string }[] = [];
    const collector = await startLoopbackServer((request, response) => {
      void readBody(request).then((body) => {
        bodies.push({ url: request.url ?? "", body });
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      });
    });
    await using server = await startScriptedModelServer({ answer: () => "a private answer" });
    const spans = await openSpanExport(collector.base_url.replace(/v1$/, ""));
    const model = createModel(
      {
        provider: "openai-compatible",
        base_url: server.base_url,
        api_key: "sk-secret",
        model: "m",
        mode: "text",
        allow_private: true,
      },
      { tracer: spans.tracer },
    );
    const signal = new AbortController().signal;
    await model.ask({ system: "private rules", prompt: "a private question", max_output_tokens: 9 }, { signal });
    await spans.close();
    await collector.close();
    assert.deepEqual(
      bodies.map((sent) => sent.url),
      ["/v1/traces"],
    );
    const [{ resource, scopeSpans }] = JSON.parse(bodies[0]?.body ?? "{}").resourceSpans;
    assert.ok(JSON.stringify(resource).includes("wayfinder"));
    const [span] = scopeSpans[0].spans;
    const keys = span.attributes.map((attribute: { key: string }) => attribute.key);
    assert.equal(span.name, "chat m");
    for (const key of ["gen_ai.operation.name", "gen_ai.request.model", "gen_ai.usage.output_tokens"])
      assert.ok(keys.includes(key));
    assert.doesNotMatch(bodies[0]?.body ?? "", /private|secret/);
  });

  test("OT a collector that is not there holds nobody up", async () => {
    const gone = await startLoopbackServer(() => {});
    await gone.close();
    const spans = await openSpanExport(gone.base_url);
    spans.tracer.startSpan("chat m", { kind: 2, attributes: {} }).end();
    await spans.close();
  });
});
