import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createGuardedFetch } from "@wayfinder/llm";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import { ModelError } from "@wayfinder/pipeline";
import { ANN, BOB, GOOD, instance, own, QUESTION, serve, signal, world } from "./models-world.fixture.ts";

/** Lets turns of the event loop pass until it is so. */
async function turnsUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe("whose model a task uses", () => {
  test("PL9 the instance's model by role, probed once whatever is asked at once", async () => {
    await using server = await serve((request) => (request.prompt.includes("seven days") ? GOOD : "hello"));
    const { models } = world({ env: instance(server.base_url, { LLM_MODEL_CRITIC: "large" }) });
    const found = await Promise.all(
      (["writer", "tutor", "critic"] as const).map((role) => models.modelFor({ user_id: "ann", role })),
    );
    assert.deepEqual(
      found.map((model) => [model?.name.split("/")[1], model?.own_key]),
      [
        ["small", false],
        ["small", false],
        ["large", false],
      ],
    );
    assert.equal(server.requests.length, 0, "whom nobody asks nobody probes");
    const schema = { name: "s", json: { type: "object" } } as const;
    await Promise.all(found.flatMap((model) => model?.ask({ ...QUESTION, schema }, { signal }) ?? []));
    const probes = server.requests.filter(({ prompt }) => prompt.includes("seven days"));
    assert.deepEqual(probes.map((request) => request.model).sort(), ["large", "small"], "one probe for each");
    const last = server.requests.at(-1);
    assert.deepEqual([last?.mode, last?.api_key, server.requests.length], ["json_schema", "sk-instance", 5]);
  });

  test("PL1 what a probe found is not paid for again after a restart", async () => {
    await using server = await serve(() => GOOD);
    const kept_modes = new Map<string, string>();
    for (const _ of [1, 2, 3]) {
      const { ask } = world({ env: instance(server.base_url), kept_modes });
      await ask();
    }
    assert.deepEqual([server.requests.length, [...kept_modes.values()]], [1 + 3, ["json_schema"]]);
  });

  test("PL9 with LLM_MODE nothing is probed, and with no model at all there is none", async () => {
    await using server = await serve(() => "hello");
    const { ask } = world({ env: instance(server.base_url, { LLM_MODE: "json_object" }) });
    assert.equal((await ask()).text, "hello");
    assert.equal(server.requests.length, 1);
    assert.equal(await world({}).models.modelFor({ user_id: "ann", role: "writer" }), null);
  });

  test("PL4 a model that cannot be used says why, and is looked at again the next time", async () => {
    let status = 401;
    await using server = await serve(() => (status === 200 ? GOOD : { status }));
    const { ask } = world({ env: instance(server.base_url) });
    await assert.rejects(ask(), (error) => error instanceof ModelError && error.kind === "key_refused" && error.lasting);
    status = 200;
    assert.equal((await ask()).text, GOOD);
  });

  test("PL5 whoever is cancelled waits for no probe; it goes on for those who still want it", async () => {
    const reached = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await using server = await startScriptedModelServer({
      async answer() {
        reached.resolve();
        await answered.promise;
        return GOOD;
      },
    });
    const { ask } = world({ env: instance(server.base_url) });
    const cancel = new AbortController();
    const cancelled = ask(cancel.signal);
    const patient = ask();
    await reached.promise;
    cancel.abort(new Error("enough"));
    await assert.rejects(cancelled, /enough/);
    await assert.rejects(ask(cancel.signal), /enough/);
    answered.resolve();
    assert.equal((await patient).text, GOOD);
    assert.equal(server.requests.length, 1 + 1, "one probe and one question");
  });

  test("PL5 a probe that nobody waits for any more ends, and the next who asks begins another", async () => {
    let isSilent = true;
    await using server = await startScriptedModelServer({
      answer: () => (isSilent ? new Promise<never>(() => {}) : GOOD),
    });
    const { ask, service, books } = world({ env: instance(server.base_url) });
    for (const wait of [ask, (wanted: AbortSignal) => service.test(ANN, wanted)]) {
      const [first, second] = [new AbortController(), new AbortController()];
      const waiting = [wait(first.signal), wait(second.signal)];
      const settled = Promise.allSettled(waiting);
      await turnsUntil(() => server.inFlight() === 1);
      first.abort(new Error("enough"));
      await Promise.allSettled([waiting[0]]);
      assert.equal(server.inFlight(), 1, "somebody still wants it");
      second.abort(new Error("enough"));
      await settled;
      await turnsUntil(() => server.inFlight() === 0);
    }
    isSilent = false;
    assert.equal((await ask()).text, GOOD);
    const cut = books.ended.filter((ending) => ending.endsWith("possibly billed"));
    assert.equal(cut.length, 2, "what was cut off may have been billed");
  });

  test("PL9 a person's key goes to their provider's own host, with their models, and to nobody else's tasks", async () => {
    const dialled: { url: string; authorization: string | null }[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      dialled.push({ url: String(input), authorization: new Headers(init?.headers).get("authorization") });
      return new Response(null, { status: 404 });
    };
    const { models, service, ask } = world({ own: own(), fetch });
    await assert.rejects(ask(), ModelError);
    assert.equal((await models.modelFor({ user_id: "ann", role: "critic" }))?.own_key, true);
    assert.ok(dialled.every((d) => d.url.startsWith("https://api.deepseek.com/") && d.authorization === "Bearer sk-ann-1234"));
    assert.ok(dialled.length > 0);
    assert.deepEqual(
      [await service.isConfigured("ann"), await service.isConfigured("bob"), await service.isConfigured(null)],
      [true, false, false],
    );
    assert.equal(await models.modelFor({ user_id: "bob", role: "critic" }), null);
  });

  test("PL9 a key that no longer opens is said, not passed over; a provider that went away is", async () => {
    const { models, service } = world({ own: own({ sealed_key: "v1.AAAA" }) });
    await assert.rejects(models.modelFor({ user_id: "ann", role: "writer" }), /Enter it again in Settings/);
    assert.equal((await service.test(ANN, signal)).failure, "key_unreadable");
    assert.equal((await service.settings("ann")).key_hint, null);
    assert.equal(await world({ own: own({ provider: "ollama" }) }).service.isConfigured("ann"), false);
  });

  test("PL9 private addresses only where the server itself is on loopback", async () => {
    await using server = await serve(() => GOOD);
    const env = { ...instance(server.base_url), HOST: "0.0.0.0" };
    const { service } = world({ env, fetch: createGuardedFetch({ allow_private: false }) });
    const { ok, message, failure } = await service.test(ANN, signal);
    assert.deepEqual([ok, failure, server.requests.length], [false, "address_not_allowed", 0]);
    assert.match(message, /private/);
  });
});

describe("the settings page's half", () => {
  const about = (concepts: number) => ({ from: concepts, to: concepts });
  test("API the test says what works in words, and the same test at once is one call", async () => {
    await using server = await serve(() => GOOD);
    const { service, pass } = world({ env: instance(server.base_url) });
    const [first, second] = await Promise.all([service.test(ANN, signal), service.test(BOB, signal)]);
    assert.match(first.message, /^works: structured output by json_schema/);
    assert.deepEqual([first.mode, second, server.requests.length], ["json_schema", first, 1]);
    pass(15_001);
    await service.test(ANN, signal);
    assert.equal(server.requests.length, 2);
  });

  test("API settings show choice, hint, budgets and estimate, never key or address", async () => {
    const { service } = world({ env: instance("http://10.1.2.3/v1"), own: own() });
    const mine = await service.settings("ann");
    assert.deepEqual([mine.source, mine.provider, mine.model, mine.key_hint], ["own", "deepseek", "deepseek-flash", "1234"]);
    assert.ok(mine.estimate?.usd && mine.estimate.usd.low < mine.estimate.usd.high);
    assert.ok(mine.estimate.tokens.low < mine.estimate.tokens.high);
    assert.ok(mine.providers.length >= 5 && mine.providers.every((p) => p.key_page.startsWith("https://") && p.id !== "ollama"));
    const theirs = await service.settings("bob");
    assert.deepEqual([theirs.source, theirs.model, theirs.key_hint, theirs.estimate?.usd], ["instance", "small", null, null]);
    for (const shown of [mine, theirs]) assert.doesNotMatch(JSON.stringify(shown), /sk-|10\.1\.2\.3|v1\./);
    const { source, estimate } = await world({}).service.settings("ann");
    assert.deepEqual([source, estimate, await world({}).service.estimate(null, about(30))], ["none", null, null]);
  });

  test("PL9 where no key can be kept no provider is offered, and a key that was kept is told to be shut", async () => {
    const { service } = world({ secret: null, own: own() });
    const { source, key_hint, providers } = await service.settings("ann");
    assert.deepEqual([source, key_hint, providers], ["own", null, []]);
    const key = { provider: "deepseek", model: "m", key: "sk-ann-1234" };
    await assert.rejects(service.save("ann", key), /SECRET_KEY/);
  });

  test("PL6 the estimate grows with the concepts and knows each role's price", async () => {
    const { service } = world({ own: own() });
    const [small, large] = await Promise.all([service.estimate("ann", about(10)), service.estimate("ann", about(100))]);
    assert.ok(small && large && large.tokens.low > small.tokens.low * 5);
    const range = await service.estimate("ann", { from: 10, to: 100 });
    assert.deepEqual(range?.tokens, { low: small.tokens.low, high: large.tokens.high });
    const dear = await world({ own: own({ roles: { writer: "deepseek-v4-pro" } }) }).service.estimate("ann", about(10));
    assert.ok(dear?.usd && small.usd && dear.usd.high > small.usd.high);
    const unknown = await world({ own: own({ roles: { tutor: "x", writer: "nobody-knows" } }) }).service.estimate(
      "ann",
      about(10),
    );
    assert.equal(unknown?.usd, null);
  });
});
