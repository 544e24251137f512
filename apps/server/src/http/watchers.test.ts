import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, test } from "node:test";
import type { Problem, ServerMessage, Task } from "@wayfinder/protocol";
import { dial, listen, Person, refusal, useServer } from "../server.fixture.ts";

interface OpenStream {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  first(type: string): Promise<ServerMessage>;
  /** All messages, once the server has ended it. */
  readonly ended: Promise<ServerMessage[]>;
}

/** A stream of server-sent events. */
const stream = (url: string, cookie: string): Promise<OpenStream> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { cookie, accept: "text/event-stream" } }, (answer) => {
      let text = "";
      const messages = () =>
        text
          .split("\n")
          .filter((line) => line.startsWith("data: "))
          .map((line) => JSON.parse(line.slice("data: ".length)) as ServerMessage);
      answer.on("data", (chunk) => (text += String(chunk)));
      const ended = new Promise<ServerMessage[]>((done) => answer.on("end", () => done(messages())));
      const first = (type: string) =>
        new Promise<ServerMessage>((found, lost) => {
          const look = () => {
            const message = text.endsWith("\n\n") ? messages().find((m) => m.type === type) : undefined;
            if (message) found(message);
          };
          answer.on("data", look);
          answer.on("end", () => lost(new Error(`ended before "${type}"`)));
          look();
        });
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, first, ended });
    });
    asked.on("error", reject);
    asked.end();
  });

describe("watchers and what they watch", () => {
  let time = 0;
  const server = useServer({ MAX_SOCKETS: "21" }, { now: () => time });
  const at = (task_id: string, query = "?include_history=true") => `${server.ws()}/api/v1/ws/${task_id}${query}`;
  const path = (task_id: string, rest = "") => `/api/v1/tasks/${task_id}${rest}`;

  /** A person with a task that waits for a review. */
  async function waiting() {
    const p = new Person(server.base);
    const { task_id, links } = await p.generate({ review: true });
    await p.settled(task_id);
    return { p, task_id, links, cancel: () => p.post<Task>(path(task_id, "/cancel")) };
  }

  test("LG10 a running task is not removed; a finished one is, once and again, by its owner only", async () => {
    const { p, task_id, cancel } = await waiting();
    const stranger = new Person(server.base);
    await stranger.post("/api/v1/session");
    const running = await p.remove<Problem>(path(task_id));
    assert.deepEqual(refusal(running).slice(0, 2), [409, "task_running"]);
    assert.ok(running.body.detail.includes(path(task_id, "/cancel")));
    await cancel();
    assert.equal((await stranger.remove(path(task_id))).status, 403);
    assert.equal((await new Person(server.base).remove(path(task_id))).status, 401);
    assert.equal((await p.remove(path("nobody"))).status, 404);
    assert.deepEqual([(await p.remove(path(task_id))).status, (await p.remove(path(task_id))).status], [204, 204]);
    assert.deepEqual((await p.get<{ tasks: Task[] }>("/api/v1/tasks")).body.tasks, []);
    assert.equal((await stranger.get(path(task_id))).status, 403);
  });

  test("LG10 a removed task is 410 at every address of its own, and its roadmap is still there", async () => {
    const p = new Person(server.base);
    const { task_id, links } = await p.generate();
    const { roadmap_id } = await p.settled(task_id);
    await p.remove(path(task_id));
    const asked = ["", "/events?after=0", "/events?after=0&wait=5"].map((rest) => p.get<Problem>(path(task_id, rest)));
    const told = ["/cancel", "/retry", "/ticket"].map((rest) => p.post<Problem>(path(task_id, rest), {}));
    for (const answer of await Promise.all([...asked, ...told, p.get<Problem>(`/api/v1/ws/${task_id}`)]))
      assert.deepEqual(refusal(answer).slice(0, 2), [410, "task_gone"]);
    assert.equal((await p.get(`/api/v1/ws/${task_id}`)).headers.get("x-task-channel"), "1");
    assert.equal((await stream(links.events, p.cookie)).status, 410);
    const heard = await listen(at(task_id), { cookie: p.cookie });
    assert.deepEqual([heard.code, heard.messages.map((m) => m.type === "error" && m.action)], [4410, ["stop"]]);
    assert.equal((await p.get(`/api/v1/roadmaps/${roadmap_id}`)).status, 200);
  });

  test("LG10 whoever watches a task as it is removed is closed with 4410", async () => {
    const { p, task_id, cancel } = await waiting();
    const watcher = dial(at(task_id), { cookie: p.cookie });
    await watcher.first("live");
    await cancel();
    await watcher.first("cancelled"); // the clock stands still: it stays open for 4000
    await p.remove(path(task_id));
    assert.equal((await watcher.heard).code, 4410);
  });

  test("SD8 above the ceiling a newcomer is told 1013 or 503, and when to come back; who is served stays", async () => {
    const { p, task_id, links, cancel } = await waiting();
    const served = Array.from({ length: 20 }, () => dial(at(task_id), { cookie: p.cookie }));
    await Promise.all(served.map((one) => one.first("live")));
    const last = await stream(links.events, p.cookie);
    await last.first("live");
    const heard = await listen(at(task_id), { cookie: p.cookie });
    const [error] = heard.messages;
    assert.equal(heard.code, 1013);
    assert.ok(error?.type === "error" && error.action === "backoff" && (error.after_ms ?? 0) >= 5_000);
    const poll = await p.get<Problem>(path(task_id, "/events?after=0&wait=5"));
    assert.deepEqual(refusal(poll).slice(0, 2), [503, "overloaded"]);
    const { status, headers } = await stream(links.events, p.cookie);
    for (const after of [poll.headers.get("retry-after"), headers["retry-after"]])
      assert.ok(Number(after) >= 5 && Number(after) <= 15, String(after));
    assert.equal(status, 503);
    assert.equal((await p.get(path(task_id, "/events?after=0"))).status, 200, "who asks once keeps no connection");
    assert.equal((await listen(`${server.ws()}/ws/${task_id}`)).code, 4426, "a wrong path is told at any time");
    await cancel();
    assert.equal((await last.ended).at(-1)?.type, "cancelled");
    await Promise.all(served.map((one) => one.first("cancelled")));
    time += 1_000;
    assert.deepEqual(new Set(await Promise.all(served.map(async (one) => (await one.heard).code))), new Set([4000]));
  });

  test("SD7 a person may read twenty streams; one more is 429", async () => {
    const { p, links, cancel } = await waiting();
    const open = await Promise.all(Array.from({ length: 20 }, () => stream(links.events, p.cookie)));
    await Promise.all(open.map((one) => one.first("live")));
    assert.equal((await stream(links.events, p.cookie)).status, 429);
    await cancel();
    for (const messages of await Promise.all(open.map((one) => one.ended))) assert.equal(messages.at(-1)?.type, "cancelled");
  });

  test("SD7 a person may have twenty polls waiting; one more is 429", async () => {
    const { p, task_id, cancel } = await waiting();
    const { head } = (await p.get<Task>(path(task_id))).body;
    const poll = (wait: number) => p.get<Problem>(path(task_id, `/events?after=${head}&wait=${wait}`));
    const full = Array.from({ length: 21 }, () => poll(25));
    const refused = await Promise.race(full);
    assert.deepEqual(refusal(refused).slice(0, 2), [429, "too_many_requests"]);
    assert.equal((await poll(0)).status, 200, "who does not wait is not counted");
    await cancel();
    const statuses = (await Promise.all(full)).map(({ status }) => status);
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [...Array.from({ length: 20 }, () => 200), 429],
    );
  });

  test("SD9 a stream is acknowledged by its name; what was not sent ends it with 4400", async () => {
    const { p, task_id, links, cancel } = await waiting();
    const open = await stream(links.events, p.cookie);
    const connected = await open.first("connected");
    assert.ok(connected.type === "connected" && connected.stream !== undefined);
    const { stream: name, head } = connected;
    await open.first("live");
    const ack = (body: object, by = p, id = task_id) => by.post<Problem>(path(id, "/events/ack"), body);
    assert.equal((await ack({ stream: name, seq: head })).status, 204);
    assert.deepEqual(refusal(await ack({ stream: "another", seq: 1 })).slice(0, 2), [404, "stream_not_found"]);
    const other = await waiting();
    assert.equal((await ack({ stream: name, seq: 1 }, other.p, other.task_id)).status, 404);
    assert.equal((await ack({ stream: name, seq: 1 }, other.p)).status, 403);
    assert.deepEqual(refusal(await ack({ stream: name, seq: -1 })), [400, "invalid_request", ["seq"]]);
    assert.equal((await ack({ stream: name, seq: head + 1 })).status, 204);
    const error = (await open.ended).at(-1);
    assert.ok(error?.type === "error" && error.code === 4400 && error.action === "stop");
    await cancel();
  });

  test("SD6 SD9 a stream of a stopping server ends with 1012 and a time to come back", async () => {
    const { p, links } = await waiting();
    const open = await stream(links.events, p.cookie);
    await open.first("live");
    await server.restart();
    const error = (await open.ended).at(-1);
    assert.ok(error?.type === "error" && error.code === 1012 && error.action === "retry" && error.after_ms !== undefined);
  });

  test("CL8 a stream that resumes at the end of an ended log says so and ends", async () => {
    const { p, links, task_id, cancel } = await waiting();
    await cancel();
    const { head, epoch } = (await p.get<Task>(path(task_id))).body;
    const open = await stream(`${links.events}?after=${head}&epoch=${epoch}`, p.cookie);
    assert.deepEqual(
      (await open.ended).map((m) => m.type),
      ["connected", "live"],
    );
  });
});
