import assert from "node:assert/strict";
import { test } from "node:test";
import { generationFold } from "@wayfinder/protocol/fold";
import { createChannelRegistry } from "./channel-registry.ts";
import { FakeWorld, NO_LEAKS } from "./testing/fake-world.ts";
import { connected, progress, TASK, URL_OF_TASK } from "./testing/messages.ts";

const KEY = { url: URL_OF_TASK, task_id: TASK };
const nothing = (): void => {};

test("CL9 strict mode mounts, unmounts and mounts again: one connection", () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  registry.subscribe(KEY, nothing)();
  const leave = registry.subscribe(KEY, nothing);
  world.clock.advance(1_000);
  assert.deepEqual([world.transport.dials.length, world.transport.open_count], [1, 1]);
  leave();
  world.clock.advance(0);
  assert.deepEqual(world.leaks(), NO_LEAKS);
});

test("CL9 all views of a task share one connection, which ends with the last one", () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  const heard: string[] = [];
  const leave_a = registry.subscribe(KEY, () => heard.push("a"));
  const leave_b = registry.subscribe({ ...KEY }, () => heard.push("b"));
  world.transport.last.open().say(connected(), progress(1));
  world.frame();
  assert.deepEqual(heard, ["a", "b"]);
  leave_a();
  leave_a();
  world.transport.last.say(progress(2));
  world.frame();
  assert.deepEqual(heard, ["a", "b", "b"], "leaving twice takes nobody else with it");
  assert.equal(registry.getState(KEY).snapshot.seq, 2);
  leave_b();
  world.clock.advance(0);
  assert.deepEqual([world.leaks(), registry.getState(KEY)], [NO_LEAKS, registry.idle]);
});

test("CL9 another task or another address is another channel; looking connects nothing", () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  assert.equal(registry.getState(KEY), registry.idle);
  registry.retry(KEY);
  assert.equal(world.transport.dials.length, 0);
  registry.subscribe(KEY, nothing);
  registry.subscribe({ ...KEY, task_id: "other" }, nothing);
  registry.subscribe({ ...KEY, url: URL_OF_TASK.replace("8000", "8001") }, nothing);
  assert.equal(world.transport.dials.length, 3);
});

test("CL4 mounting again and again does not refill the bucket", () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  for (let i = 0; i < 100; i++) {
    const leave = registry.subscribe(KEY, nothing);
    world.clock.advance(300);
    leave();
    world.clock.advance(0);
  }
  assert.equal(world.transport.dials.length, 10);
});

test("CL4 after a quiet hour a bucket is forgotten, and is full again", () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  const visit = (): void => {
    const leave = registry.subscribe(KEY, nothing);
    world.clock.advance(300);
    leave();
    world.clock.advance(0);
  };
  for (let i = 0; i < 20; i++) visit();
  world.clock.advance(3_600_000);
  for (let i = 0; i < 20; i++) visit();
  assert.equal(world.transport.dials.length, 20);
});

test("CL4 retry reaches the channel", () => {
  const world = new FakeWorld({ random: () => 0.9 });
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  registry.subscribe(KEY, nothing);
  world.transport.last.open().end(1006);
  world.clock.advance(250);
  registry.retry(KEY);
  assert.equal(world.transport.dials.length, 2);
});

test("CL8 what one channel proved, the next one of the page begins with; a new page tries WebSocket first", async () => {
  const world = new FakeWorld({
    dial: (connection) => queueMicrotask(() => connection.end(1006)),
    answer: ({ url }) => (url.includes("/ws/") ? { status: 426, headers: { "X-Task-Channel": "1" } } : "silent"),
  });
  const registry = createChannelRegistry(world.environment, { fold: generationFold });
  const leave = registry.subscribe(KEY, nothing);
  for (let i = 0; i < 20 && registry.getState(KEY).connection.fallback === undefined; i++) {
    await world.settle();
    world.clock.advance(250);
    world.frame();
  }
  leave();
  world.clock.advance(0);
  const dials = world.transport.dials.length;
  const other = { ...KEY, task_id: "task-2" };
  const leave_other = registry.subscribe(other, nothing);
  assert.equal(registry.getState(other).connection.fallback, "sse");
  assert.equal(world.transport.dials.length, dials);
  leave_other();
  const leave_new = createChannelRegistry(world.environment, { fold: generationFold }).subscribe(KEY, nothing);
  assert.equal(world.transport.dials.length, dials + 1);
  leave_new();
  world.clock.advance(0);
  await world.settle();
  assert.deepEqual(world.leaks(), NO_LEAKS);
});

test("CL12 the page gets a ticket for each task by its name", async () => {
  const world = new FakeWorld();
  const registry = createChannelRegistry(world.environment, { getTicket: async (task_id) => `ticket of ${task_id}` });
  const leave = registry.subscribe(KEY, nothing);
  world.transport.last.open();
  await world.settle();
  assert.deepEqual(world.transport.last.sent, [{ type: "auth", ticket: `ticket of ${TASK}` }]);
  leave();
  world.clock.advance(0);
  assert.deepEqual(world.leaks(), NO_LEAKS);
});
