import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TaskCreated } from "@wayfinder/protocol";
import { useModelServer } from "../model-server.fixture.ts";
import { Person } from "../server.fixture.ts";

/** Calls of one task that may be under way at once, when the first of them is refused. */
const AT_ONCE = 8;
/** Three kinds of content for each of the scripted roadmap's four concepts. */
const UNITS = 12;

describe("a provider that refuses while content is written", () => {
  const { server, script, model } = useModelServer();
  const isContent = (schema: string | null) => schema === null || schema === "resources" || schema === "quiz";
  const contentCalls = () => model().requests.filter(({ schema_name }) => isContent(schema_name)).length;

  for (const { status, good, words } of [
    {
      status: 401,
      good: 0,
      words: /^The provider refused this server's key \(401\)\. Whoever runs the server sets LLM_API_KEY;/,
    },
    { status: 403, good: 0, words: /does not let this server's key use scripted \(403\)/ },
    { status: 402, good: 2, words: /no credit left \(402\)\. Whoever runs the server can top it up/ },
  ])
    test(`PL4 PL7 after ${status} no further call is made: the units left fail with the reason, and trying again writes them`, async () => {
      const p = new Person(server.base);
      const before = contentCalls();
      script.fault = ({ schema_name }) => (isContent(schema_name) && contentCalls() - before > good ? { status } : null);
      const { task_id } = await p.generate({ goal: "bake sourdough bread", language: "en" });
      const task = await p.settled(task_id);
      assert.equal(task.status, "completed", JSON.stringify(task.error));
      assert.equal(task.failed_units.length, UNITS - good);
      for (const { reason } of task.failed_units) assert.match(reason, words);
      const made = contentCalls() - before;
      assert.ok(made > good && made <= good + AT_ONCE, `${made} calls`);

      script.fault = null;
      const retry = await p.post<TaskCreated>(`/api/v1/tasks/${task_id}/retry`);
      const again = await p.settled(retry.body.task_id);
      assert.deepEqual([again.status, again.failed_units], ["completed", []]);
      assert.equal(contentCalls() - before - made, UNITS - good, "each of them is asked for once, and what was ready is not");
    });
});
