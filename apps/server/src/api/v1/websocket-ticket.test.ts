import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Ticket } from "@wayfinder/protocol";
import { dial, listen, Person, useServer, type Heard } from "../../server.fixture.ts";

const types = ({ messages }: Heard): string[] => messages.map((m) => m.type);
const auth = (ticket: string) => JSON.stringify({ type: "auth", ticket });

describe("tickets in band", () => {
  let time = 0;
  const server = useServer({}, { now: () => time });
  const at = (task_id: string, query = "?include_history=true") => `${server.ws()}/api/v1/ws/${task_id}${query}`;

  /** A person with a task that waits for a review, and tickets for it. */
  async function waiting() {
    const p = new Person(server.base);
    const { task_id } = await p.generate({ review: true });
    await p.settled(task_id);
    const ticket = async () => (await p.post<Ticket>(`/api/v1/tasks/${task_id}/ticket`)).body.ticket;
    const protocols = async () => ["task.v1", `ticket.${await ticket()}`];
    return { p, task_id, ticket, protocols, cancel: () => p.post(`/api/v1/tasks/${task_id}/cancel`) };
  }

  test("HS9 a ticket lets in for 10 minutes, a fresh one for 10 more; then error refresh and 4401", async () => {
    const { task_id, ticket, protocols } = await waiting();
    const watcher = dial(at(task_id), { protocols: await protocols() });
    const connected = await watcher.first("connected");
    assert.equal(connected.type === "connected" && connected.auth_ms, 600_000);
    time += 599_000;
    watcher.say(auth(await ticket()));
    const answer = await watcher.first("authorized");
    assert.equal(answer.type === "authorized" && answer.auth_ms, 600_000);
    time += 599_000;
    watcher.say('{"type":"ping"}');
    await watcher.first("pong");
    time += 1_000;
    const { code, messages } = await watcher.heard;
    const error = messages.at(-1);
    assert.equal(code, 4401);
    assert.ok(error?.type === "error" && error.code === 4401 && error.action === "refresh");
  });

  test("HS9 a ticket that was used, is of another task or was never made ends with 4401", async () => {
    const { task_id, protocols } = await waiting();
    const other = await waiting();
    const [, used = ""] = await protocols();
    await listen(at(task_id, "?after=x"), { protocols: ["task.v1", used] });
    for (const bad of [used.slice("ticket.".length), await other.ticket(), "never-made"]) {
      const watcher = dial(at(task_id), { protocols: await protocols() });
      await watcher.connected;
      watcher.say(auth(bad));
      const { code, messages } = await watcher.heard;
      const error = messages.at(-1);
      assert.ok(code === 4401 && error?.type === "error" && error.action === "refresh");
    }
  });

  test("HS9 a session has no limit: connected tells of none, and a ticket changes nothing", async () => {
    const { p, task_id, cancel } = await waiting();
    const watcher = dial(at(task_id), { cookie: p.cookie });
    assert.ok(!("auth_ms" in (await watcher.first("connected"))));
    watcher.say(auth("never-made"));
    time += 700_000;
    watcher.say('{"type":"get_status"}');
    await watcher.first("status");
    await cancel();
    await watcher.first("cancelled");
    time += 1_000;
    const heard = await watcher.heard;
    assert.deepEqual([heard.code, types(heard).includes("authorized")], [4000, false]);
  });

  test("HS8 with auth=message nothing is said before a ticket came, and then everything", async () => {
    const { p, task_id, ticket, cancel } = await waiting();
    // the session is not looked at: who asks to be asked is asked
    const watcher = dial(at(task_id, "?include_history=true&auth=message"), { cookie: p.cookie });
    await watcher.opened;
    time += 9_000;
    watcher.say(auth(await ticket()));
    const connected = await watcher.first("connected");
    assert.equal(connected.type === "connected" && connected.auth_ms, 600_000);
    await watcher.first("live");
    await cancel();
    await watcher.first("cancelled");
    time += 1_000;
    const heard = await watcher.heard;
    const { head } = await p.settled(task_id);
    assert.deepEqual([heard.code, types(heard)[0]], [4000, "connected"]);
    assert.equal(heard.messages.filter((m) => "seq" in m).length, head);
  });

  test("HS8 silence is closed with 4408, a bad ticket with 4401, another message with 4400", async () => {
    const { p, task_id } = await waiting();
    const url = at(task_id, "?auth=message");
    const silent = dial(url, { cookie: p.cookie });
    await silent.opened;
    time += 10_000;
    const { code, messages } = await silent.heard;
    assert.deepEqual([code, messages.map((m) => m.type === "error" && m.action)], [4408, ["backoff"]]);
    assert.equal((await listen(url, { say: [auth("never-made")] })).code, 4401);
    assert.equal((await listen(url, { say: ['{"type":"ping"}'] })).code, 4400);
    assert.equal((await listen(url, { say: ["x".repeat(5_000)] })).code, 1009);
    assert.equal((await listen(url, { cookie: p.cookie, origin: "https://evil.example" })).code, 4403);
  });
});
