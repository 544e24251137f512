import assert from "node:assert/strict";
import { test } from "node:test";
import { StepFailure, type StepContext } from "@wayfinder/engine";
import { ModelError } from "./model-error.ts";
import { toldInTaskLanguage } from "./told-in-task-language.ts";

/** What leaves a task of that language when its model fails so. */
const told = (language: string, error: Error, own_key = false): Promise<unknown> =>
  toldInTaskLanguage({ step: { task: { goal: { language } } } } as unknown as StepContext, {
    own_key,
    work: () => Promise.reject(error),
  }).catch((left: unknown) => left);

test("PL4 a failed call is told in Chinese to whom learns in Chinese; when to try again and what it may cost stay", async () => {
  const error = new ModelError("rate_limited", "No more requests.", { retry_after_ms: 7, possibly_billed: true });
  const left = await told("zh", error);
  assert.ok(left instanceof ModelError);
  assert.match(left.message, /^请求过于频繁/);
  const { kind, retry_after_ms, possibly_billed, lasting, cause } = left;
  assert.deepEqual(
    { kind, retry_after_ms, possibly_billed, lasting },
    {
      kind: "rate_limited",
      retry_after_ms: 7,
      possibly_billed: true,
      lasting: false,
    },
  );
  assert.equal(cause, error);
});

test("PL4 that an earlier call was refused for good is told in Chinese, too", async () => {
  const facts = { lasting: true, foreign: true, standing: "key_refused" } as const;
  const left = await told("zh", new StepFailure("The provider refused the key.", facts));
  assert.ok(left instanceof ModelError && left.lasting);
  assert.match(left.message, /\p{Script=Han}/u);
});

test("PL4 a kind of failure that only another version knows keeps its own words in Chinese, too", async () => {
  const stored = new StepFailure("Something newer.", { lasting: true, foreign: true, standing: "of_another_version" });
  assert.equal(await told("zh", stored), stored);
});

test("PL4 a failed call keeps its own words in English, and what is no failed call is left alone", async () => {
  const error = new ModelError("key_refused", "The provider refused the key.");
  assert.equal(await told("en", error), error);
  const other = new Error("a bug");
  assert.equal(await told("zh", other), other);
});

test("PL4 MS6 whoever brought the key is told what they can mend, others that the server's is at fault and that they can bring their own", async () => {
  for (const kind of ["key_refused", "out_of_credit", "model_not_found", "unreachable"] as const) {
    const [own, server] = await Promise.all([true, false].map((own_key) => told("zh", new ModelError(kind, "x"), own_key)));
    assert.ok(own instanceof ModelError && server instanceof ModelError);
    assert.doesNotMatch(own.message, /LLM_|管理者/, kind);
    assert.match(server.message, /管理者/, kind);
  }
});
