import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ProblemError } from "@wayfinder/protocol";
import { ANN, BOB, GOOD, instance, own, serve, signal, world } from "./models-world.fixture.ts";

const isSpent = (error: unknown) => error instanceof ProblemError && error.code === "budget_spent";

describe("what probes cost", () => {
  test("PL2 PL6 each call of a test is in the books before it is made, with its worst, and its answer before it is read", async () => {
    const books_when_asked: number[] = [];
    await using server = await serve(({ mode }) => {
      books_when_asked.push(books.begun.length);
      return mode === "json_schema" ? "prose" : GOOD;
    });
    const prices = { LLM_PRICES: '{"openai-compatible/small": {"input": 1, "output": 2}}' };
    const { service, books } = world({ env: instance(server.base_url, prices) });
    assert.equal((await service.test(ANN, signal)).mode, "json_object");
    assert.deepEqual(books_when_asked, [1, 2]);
    assert.deepEqual(
      books.begun.map(({ asker, request: { key, role, model, own_key } }) => ({ ...asker, key, role, model, own_key })),
      ["json_schema", "json_object"].map((key) => ({
        ...ANN,
        key,
        role: "probe",
        model: "openai-compatible/small",
        own_key: false,
      })),
    );
    const { worst } = books.begun[0]?.request ?? {};
    assert.ok(worst && worst.output_tokens === 4_000 && worst.cost_usd === (worst.input_tokens + 2 * worst.output_tokens) / 1e6);
    assert.deepEqual(books.ended, ["1 answered, 2 tokens", "2 answered, 15 tokens"]);
  });

  test("PL6 a test that a budget has no room for is refused in words and not made, and no other person's is", async () => {
    await using server = await serve(() => GOOD);
    const { service, books } = world({ env: instance(server.base_url) });
    books.isSpent = (user_id) => user_id === "ann";
    await assert.rejects(service.test(ANN, signal), isSpent);
    assert.equal(server.requests.length, 0);
    const [mine, theirs] = await Promise.allSettled([service.test(ANN, signal), service.test(BOB, signal)]);
    assert.deepEqual([mine.status, theirs.status, server.requests.length], ["rejected", "fulfilled", 1]);
    books.isSpent = () => false;
    assert.deepEqual(
      [(await service.test(ANN, signal)).ok, server.requests.length],
      [true, 1],
      "what Bob paid for a moment ago stands",
    );
  });

  test("PL6 the first use of the server's model is on the server's account, that of a person's on theirs", async () => {
    await using server = await serve(() => GOOD);
    const shared = world({ env: instance(server.base_url) });
    await shared.ask();
    const fetch = async () => new Response(null, { status: 402 });
    const mine = world({ own: own(), fetch });
    await assert.rejects(mine.ask(), /no credit left/);
    assert.deepEqual(
      [...shared.books.begun, ...mine.books.begun].map(({ asker, request }) => ({ ...asker, own_key: request.own_key })),
      [
        { user_id: null, address: null, own_key: false },
        { user_id: "ann", address: null, own_key: true },
      ],
    );
    assert.deepEqual(mine.books.ended, ["1 failed of out_of_credit"]);
  });

  test("PL6 where there is no room for a probe a model is asked in words, and probed when there is", async () => {
    await using server = await serve(({ prompt }) => (prompt.includes("seven days") ? GOOD : "hello"));
    const kept_modes = new Map<string, string>();
    const { ask, books, service } = world({ env: instance(server.base_url), kept_modes });
    books.isSpent = () => true;
    await ask();
    assert.deepEqual([server.requests.map(({ mode }) => mode), kept_modes.size], [["text"], 0]);
    books.isSpent = () => false;
    await ask();
    assert.deepEqual([books.begun.length, [...kept_modes.values()]], [1, ["json_schema"]]);
    books.isSpent = () => true;
    await assert.rejects(service.test(ANN, signal), isSpent);
    await ask();
    assert.equal(server.requests.length, 4, "a refused test takes nothing away that was found before");
  });
});
