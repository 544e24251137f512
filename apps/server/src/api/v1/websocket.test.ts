import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, test } from "node:test";
import type { Ticket } from "@wayfinder/protocol";
import { dial, listen, ORIGIN, Person, useServer, type Heard } from "../../server.fixture.ts";

const seqs = ({ messages }: Heard): number[] => messages.flatMap((m) => ("seq" in m ? [m.seq] : []));
const types = ({ messages }: Heard): string[] => messages.map((m) => m.type);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("the socket endpoint", () => {
  const server = useServer();
  const person = () => new Person(server.base);
  const at = (task_id: string, query = "?include_history=true") => `${server.ws()}/api/v1/ws/${task_id}${query}`;

  test("MS1 connected first, then history, live, the final event and 4000, gapless", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const heard = await listen(at(task_id), { cookie: p.cookie, origin: ORIGIN });
    const first = heard.messages[0]!;
    assert.ok(first.type === "connected" && first.epoch === epoch && first.from === 1 && first.resume === "fresh");
    assert.ok(types(heard).includes("live"));
    assert.equal(heard.code, 4000);
    assert.equal(heard.messages.at(-1)?.type, "completed");
    const { head } = await p.settled(task_id);
    assert.deepEqual(seqs(heard), upTo(head));
  });

  test("HS7 a place in the log is resumed; one of another epoch or beyond the head is reset", async () => {
    const p = person();
    const { task_id, epoch } = await p.generate();
    const { head } = await p.settled(task_id);
    const resumed = await listen(at(task_id, `?include_history=true&after=5&epoch=${epoch}`), { cookie: p.cookie });
    assert.deepEqual(seqs(resumed), upTo(head).slice(5));
    for (const query of [`?after=5&epoch=other`, `?after=${head + 1}&epoch=${epoch}`]) {
      const reset = await listen(at(task_id, query), { cookie: p.cookie });
      assert.equal(reset.messages[0]?.type === "connected" && reset.messages[0].resume, "reset");
      assert.deepEqual(seqs(reset), upTo(head));
    }
    const end = await listen(at(task_id, `?after=${head}&epoch=${epoch}`), { cookie: p.cookie });
    assert.deepEqual([types(end), end.code], [["connected", "live"], 4000]);
    assert.equal((await listen(at(task_id, "?after=x"), { cookie: p.cookie })).code, 4400);
  });

  test("HS3 near misses are accepted, told the right path and closed with 4426", async () => {
    for (const path of ["/ws/abc", "/api/ws/abc", "/api/v1/ws", "/api/v1/ws/", "//api/v1/ws/abc", "/api/v1/ws/abc/"]) {
      const heard = await listen(server.ws() + path);
      const error = heard.messages[0];
      assert.equal(heard.code, 4426, path);
      assert.ok(error?.type === "error" && error.action === "stop" && error.path?.startsWith("/api/v1/ws/"), path);
    }
    assert.equal((await listen(at("a".repeat(65)))).code, 4404);
  });

  test("HS4 only the owner watches: 4401 without a session, 4403 for a stranger or a foreign page, 4404 for no task", async () => {
    const p = person();
    const { task_id } = await p.generate();
    const stranger = person();
    await stranger.post("/api/v1/session");
    assert.equal((await listen(at(task_id))).code, 4401);
    assert.equal((await listen(at(task_id), { cookie: stranger.cookie })).code, 4403);
    assert.equal((await listen(at(task_id), { cookie: p.cookie, origin: "https://evil.example" })).code, 4403);
    assert.equal((await listen(at("nobody"), { cookie: p.cookie })).code, 4404);
  });

  test("HS4 a ticket opens the socket once, as subprotocol or in the query, and is not echoed", async () => {
    const p = person();
    const { task_id } = await p.generate();
    const ticket = async () => (await p.post<Ticket>(`/api/v1/tasks/${task_id}/ticket`)).body.ticket;
    const one = await ticket();
    const heard = await listen(at(task_id), { protocols: ["task.v1", `ticket.${one}`] });
    assert.deepEqual([heard.code, heard.protocol], [4000, "task.v1"]);
    assert.equal((await listen(at(task_id), { protocols: ["task.v1", `ticket.${one}`] })).code, 4401);
    assert.equal((await listen(at(task_id, `?include_history=true&ticket=${await ticket()}`))).code, 4000);
  });

  test("HS5 without a common version: the offered one is echoed, then 4406", async () => {
    const heard = await listen(at("abc"), { protocols: ["task.v9"] });
    assert.deepEqual([heard.code, heard.protocol], [4406, "task.v9"]);
  });

  test("MS5 anything but the four messages is answered with 4400, too long ones with 1009", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    await p.settled(task_id);
    for (const say of ["hello", "{}", '{"type":"cancel"}', '{"type":"ack","seq":-1}', '{"type":"ack","seq":1,"x":1}'])
      assert.equal((await listen(at(task_id), { cookie: p.cookie, say: [say] })).code, 4400, say);
    assert.equal((await listen(at(task_id), { cookie: p.cookie, say: ["x".repeat(5_000)] })).code, 1009);
    const good = dial(at(task_id), { cookie: p.cookie, say: ['{"type":"ping"}', '{"type":"get_status"}'] });
    await good.connected;
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
    assert.deepEqual(
      types(await good.heard).filter((t) => t === "pong" || t === "status"),
      ["pong", "status"],
    );
  });

  test("MS5 get_status tells the present status", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    await p.settled(task_id);
    const watcher = dial(at(task_id), { cookie: p.cookie });
    await watcher.connected;
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
    watcher.say('{"type":"get_status"}');
    const told = (await watcher.heard).messages.find((m) => m.type === "status");
    assert.equal(told?.type === "status" && told.status, "cancelled");
  });

  test("SD1 an upgrade that is reset, or never closed, harms nothing", async () => {
    const { port } = new URL(server.ws());
    const upgrade = "GET /foo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    for (let i = 0; i < 5; i += 1) {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(upgrade, () => socket.resetAndDestroy()));
      await new Promise((resolve) => socket.on("close", resolve));
    }
    const held = connect({ port: Number(port), host: "127.0.0.1", allowHalfOpen: true }, () => held.write(upgrade));
    await new Promise((resolve) => held.once("data", resolve));
    await server.restart();
    held.destroy();
    assert.equal((await person().get("/api/v1/health")).status, 200);
  });

  test("SD7 a person may open twenty sockets; one more is 4429", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    await p.settled(task_id);
    const open = upTo(20).map(() => dial(at(task_id), { cookie: p.cookie }));
    await Promise.all(open.map((o) => o.connected));
    assert.equal((await listen(at(task_id), { cookie: p.cookie })).code, 4429);
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
    const heard = await Promise.all(open.map((o) => o.heard));
    assert.ok(heard.every((h) => h.code === 4000));
  });

  test("SD6 a stopping server says 1012 with a time of its own for each", async () => {
    const p = person();
    const { task_id } = await p.generate({ review: true });
    await p.settled(task_id);
    const open = upTo(5).map(() => dial(at(task_id), { cookie: p.cookie }));
    await Promise.all(open.map((o) => o.connected));
    await server.restart();
    const heard = await Promise.all(open.map((o) => o.heard));
    assert.deepEqual(
      heard.map((h) => h.code),
      [1012, 1012, 1012, 1012, 1012],
    );
    const waits = heard.map((h) => {
      const last = h.messages.at(-1);
      return last?.type === "error" ? last.after_ms : undefined;
    });
    assert.ok(waits.every((w) => w !== undefined && w >= 0 && w < 5_000) && new Set(waits).size > 1, waits.join());
    const again = dial(at(task_id, "?after=0"), { cookie: p.cookie });
    await again.connected;
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
    const { head } = await p.settled(task_id);
    assert.deepEqual(seqs(await again.heard), upTo(head));
  });
});
