import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Operations, TaskStatus, type Problem } from "@wayfinder/protocol";
import { readConfig } from "../config.ts";
import { dial, listen, Person, refusal, useServer } from "../server.fixture.ts";
import { operatorAccess } from "./operator-access.ts";

/** Where what Grafana reads is kept. */
const DOCS = join(import.meta.dirname, "../../../../docs/operations");

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly datasource?: { readonly uid: string };
    readonly targets: readonly { readonly expr: string }[];
  }[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
}

const FIGURES = "/api/v1/operations";
const TOKEN = "a-token-of-an-operator";

describe("the figures of a server on loopback", () => {
  const server = useServer();
  const person = () => new Person(server.base);
  const figures = async (p: Person): Promise<Operations> => Operations.parse((await p.get(FIGURES)).body);

  test("API whoever has a session on this machine reads the figures, nobody else", async () => {
    assert.deepEqual(refusal(await person().get<Problem>(FIGURES)).slice(0, 2), [401, "not_signed_in"]);
    assert.deepEqual((await person().get(`${FIGURES}/access`)).body, { access: "open" });
    const p = person();
    await p.post("/api/v1/session");
    const { since, at, memory_bytes, event_loop_delay_s } = await figures(p);
    assert.ok(since <= at);
    assert.ok(memory_bytes > 0 && event_loop_delay_s.max >= event_loop_delay_s.p50);
  });

  test("API dials, resumes, closes, wrong paths and probes are counted, in the figures as in /metrics", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const { head } = await p.settled(task_id);
    const { cookie } = p;
    const before = await figures(p);
    const at = (query: string) => `${server.ws()}/api/v1/ws/${task_id}${query}`;
    await listen(at("?include_history=true"), { cookie });
    await listen(at(`?after=2&epoch=${epoch}`), { cookie });
    await listen(at("?after=2&epoch=other"), { cookie });
    await listen(at(""));
    await listen(`${server.ws()}/ws/${task_id}`, { cookie });
    await listen(`${server.ws()}/elsewhere/${task_id}`).catch(() => undefined);
    assert.equal((await p.get(`/api/v1/ws/${task_id}`)).status, 426);

    const after = await figures(p);
    const dials = Object.fromEntries(after.dials.map(({ name, count }) => [name, count]));
    assert.deepEqual(dials, { admitted: 3, near_miss: 1, elsewhere: 1, "4401": 1 });
    assert.deepEqual(after.resumes, { fresh: 1, ok: 1, reset: 1 });
    assert.deepEqual(new Set(after.closes.map(({ name, count }) => `${name} ${count}`)), new Set(["4000 3", "4401 1", "4426 1"]));
    assert.deepEqual(after.probes, [{ name: "426", count: 1 }]);
    assert.deepEqual(
      after.wrong_paths.paths.map(({ path, count }) => [path, count]).sort(),
      [
        ["/ws/{…}", 1],
        ["/{…}/{…}", 1],
      ].sort(),
    );
    assert.equal(after.wrong_paths.count, 2);
    assert.equal(after.events.delivered - before.events.delivered, head * 3 - 2);
    assert.ok(after.events.appended >= head);
    assert.deepEqual(Object.keys(after.tasks ?? {}), TaskStatus.options);
    assert.deepEqual(after.model_day?.map(({ payer, purpose, tokens }) => `${payer} ${purpose} ${tokens}`).sort(), [
      "people probes 0",
      "people tasks 0",
      "server probes 0",
      "server tasks 0",
    ]);
    assert.ok(after.runs.logs > 0 && after.runs.bytes > 0);
    assert.ok(after.wake_ups.received > 0 && after.steps.claimed > 0);
    assert.equal(after.sends_after_close, 0);

    const { body: text } = await p.get<string>("/metrics");
    assert.match(text, /^wayfinder_socket_wrong_paths_total 2$/m);
    assert.match(text, /^wayfinder_socket_dials_total\{outcome="admitted"\} 3$/m);
    assert.match(text, /^wayfinder_socket_closes_total\{code="4426"\} 1$/m);
    assert.match(text, /^wayfinder_socket_resumes_total\{resume="reset"\} 1$/m);
    assert.match(text, /^wayfinder_append_to_write_seconds_bucket\{le="0.05"\} \d+$/m);
    assert.match(text, /^process_start_time_seconds \d+/m);
    assert.ok(!text.includes(task_id), "no metric names a task");
  });

  test("API the dashboard asks for figures that exist, and every figure of ours is on it and in its document", async () => {
    const { body: text } = await person().get<string>("/metrics");
    const figures = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = ""]) => name);
    assert.ok(figures.length > 20);
    const dashboard = await readFile(join(DOCS, "grafana-dashboard.json"), "utf8");
    const document = await readFile(join(DOCS, "README.md"), "utf8");
    for (const written of [dashboard, document]) {
      const names = new Set(
        [...written.matchAll(/\b(?:wayfinder|process)_[a-z_]+\b/g)].map(([name]) => name.replace(/_bucket$/, "")),
      );
      for (const name of names) assert.ok(figures.includes(name), `${name} exists`);
      for (const name of figures) assert.ok(names.has(name), `${name} is told of`);
    }
    const { panels, templating } = JSON.parse(dashboard) as Dashboard;
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
    assert.ok(templating.list.some(({ name, type }) => name === "datasource" && type === "datasource"));
    const drawn = panels.filter(({ type }) => type !== "row");
    for (const { title, description, datasource, targets } of drawn)
      assert.ok(description !== "" && datasource?.uid === "${datasource}" && targets.every(({ expr }) => expr !== ""), title);
    for (const { title } of drawn) assert.ok(document.includes(title), `${title} is explained`);
  });

  test("API open connections are counted by transport, and no longer when they have gone", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    const { head } = await p.settled(task_id);
    const socket = dial(`${server.ws()}/api/v1/ws/${task_id}`, { cookie: p.cookie });
    await socket.connected;
    const gone = new AbortController();
    const events = `${server.base()}/api/v1/tasks/${task_id}/events?after=${head}`;
    const stream = await fetch(events, { headers: { cookie: p.cookie, accept: "text/event-stream" }, signal: gone.signal });
    await stream.body!.getReader().read();
    const poll = p.get(`/api/v1/tasks/${task_id}/events?after=${head}&wait=25`);
    const open = async (): Promise<number[]> => Object.values((await figures(p)).connections);
    while ((await open())[2] === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await open(), [1, 1, 1]);
    gone.abort();
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
    await Promise.all([poll, socket.heard]);
    while ((await open()).some((n) => n > 0)) await new Promise((resolve) => setImmediate(resolve));
  });
});

describe("the figures of a server with an operator's token", () => {
  const server = useServer({ OPERATOR_TOKEN: TOKEN });
  const person = () => new Person(server.base);

  test("API figures and metrics need the token, and nothing but the token", async () => {
    const p = person();
    await p.post("/api/v1/session");
    assert.deepEqual((await p.get(`${FIGURES}/access`)).body, { access: "token" });
    for (const path of [FIGURES, "/metrics"]) {
      for (const authorization of [undefined, "Bearer wrong", `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, "Bearer"]) {
        const answer = await p.get<Problem>(path, authorization === undefined ? {} : { authorization });
        assert.deepEqual(refusal(answer).slice(0, 2), [401, "operator_token_needed"], `${path} ${authorization}`);
        assert.match(answer.headers.get("www-authenticate") ?? "", /^Bearer/);
      }
      const { status, headers } = await person().get(path, { authorization: `Bearer ${TOKEN}` });
      assert.equal(status, 200, path);
      assert.ok(path === "/metrics" || headers.get("cache-control") === "no-store");
    }
  });
});

test("API without a token the figures are closed as soon as others can reach the server", () => {
  const access = (env: Record<string, string>) => operatorAccess(readConfig(env));
  assert.equal(access({}), "open");
  assert.equal(access({ HOST: "0.0.0.0" }), "closed");
  assert.equal(access({ PUBLIC_API_URL: "https://api.example.org" }), "closed");
  assert.equal(access({ PUBLIC_WEB_URL: "https://example.org" }), "closed");
  assert.equal(access({ PUBLIC_API_URL: "http://[::1]:8000", HOST: "::1" }), "open");
  assert.equal(access({ HOST: "0.0.0.0", OPERATOR_TOKEN: TOKEN }), "token");
});

test("API a token that is too short ends the start, and the message does not repeat it", () => {
  for (const OPERATOR_TOKEN of ["fifteen-letters", "sixteen letters and a space"])
    assert.throws(
      () => readConfig({ OPERATOR_TOKEN }),
      (error: Error) =>
        error.message.includes("OPERATOR_TOKEN=***: must hold at least 16") && !error.message.includes(OPERATOR_TOKEN),
    );
});
