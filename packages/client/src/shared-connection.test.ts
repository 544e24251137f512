import assert from "node:assert/strict";
import { test } from "node:test";
import { createTaskChannel } from "./channel.ts";
import { completed, EPOCH, progress, progresses, TASK, URL_OF_TASK } from "./testing/messages.ts";
import { TabbedWorld } from "./testing/tabbed-world.ts";

/** A leader that is live after two events, and a follower. */
async function two(options: { loses?: () => boolean } = {}) {
  const world = new TabbedWorld(options);
  world.log = progresses(1, 2);
  const leader = world.open();
  await world.pass();
  world.accept();
  const follower = world.open();
  await world.pass();
  return { world, leader, follower };
}

test("CL9 tabs that watch the same task share one connection, and each delivers the whole log once", async () => {
  const { world, leader, follower } = await two();
  assert.deepEqual(
    [world.state(leader), world.state(follower)],
    [
      ["live", undefined],
      ["live", true],
    ],
  );
  await world.add(progress(3));
  const late = world.open();
  await world.pass();
  const requests = world.http.requests.length;
  await world.add(progress(4), completed(5));
  for (const tab of [leader, follower, late]) {
    assert.deepEqual([tab.numbers, world.state(tab)[0]], [[1, 2, 3, 4, 5], "done"]);
    assert.equal(tab.channel.getState().snapshot.status, "completed");
  }
  assert.deepEqual([world.transport.dials.length, world.http.requests.length], [1, requests], "what is passed on is not read");
  await world.end();
});

for (const end of ["closes", "dies"] as const) {
  test(`CL9 when the leader ${end}, another tab takes over and resumes from its own place`, async () => {
    const { world, leader, follower } = await two();
    await world.add(progress(3));
    if (end === "dies") leader.port.kill();
    leader.channel.close();
    await world.pass();
    assert.equal(world.transport.dials.length, 2);
    assert.deepEqual(
      ["after", "epoch"].map((name) => world.transport.last.url.searchParams.get(name)),
      ["3", EPOCH],
    );
    world.accept();
    await world.add(completed(4));
    assert.deepEqual(
      [follower.numbers, world.state(follower)],
      [
        [1, 2, 3, 4],
        ["done", undefined],
      ],
    );
    assert.equal(follower.channel.getState().counters.delivered, 4);
    await world.end();
  });
}

test("CL9 a leader that stands still with the lock in its hand is gone around", async () => {
  const { world, leader, follower } = await two();
  leader.port.freeze();
  await world.pass(21_000);
  assert.equal(world.transport.dials.length, 2);
  world.accept();
  await world.add(completed(3));
  assert.deepEqual(follower.numbers, [1, 2, 3]);
  await world.end();
});

test("CL2 what a follower misses it reads from the server: lost broadcasts cost at most 5 s, no event", async () => {
  let loses = false;
  const { world, follower } = await two({ loses: () => loses });
  loses = true;
  await world.add(progress(3), progress(4));
  loses = false;
  assert.deepEqual(follower.numbers, [1, 2]);
  await world.add(progress(5));
  assert.deepEqual(follower.numbers, [1, 2, 3, 4, 5], "a gap is read at once");
  loses = true;
  await world.add(completed(6));
  loses = false;
  assert.deepEqual(follower.numbers.length, 5);
  await world.end();
});

test("CL2 a lost tail is found with the next hello", async () => {
  let loses = false;
  const { world, follower } = await two({ loses: () => loses });
  loses = true;
  await world.add(progress(3));
  loses = false;
  await world.pass(6_000);
  assert.deepEqual(follower.numbers, [1, 2, 3]);
  await world.end();
});

test("HS7 when the server's log is another one, followers begin again, too", async () => {
  const { world, follower } = await two();
  world.epoch = "restored";
  world.log = progresses(1, 1);
  world.transport.last.end(1006);
  await world.pass(2_000);
  world.accept();
  await world.pass();
  await world.add(completed(2));
  assert.deepEqual([follower.numbers, follower.channel.getState().counters.resets], [[1, 2], 1]);
  await world.end();
});

test("CL4 a click in a follower is the leader's; a look at a follower wakes a leader out of sight", async () => {
  const { world, leader, follower } = await two();
  leader.signals.tell("hidden");
  for (let i = 0; i < 40 && world.state(leader)[0] !== "suspended"; i++) {
    if (world.transport.last.isOpen) world.transport.last.end(1006);
    await world.pass(5_000);
  }
  assert.deepEqual([world.state(leader)[0], world.state(follower)], ["suspended", ["suspended", true]]);
  const dials = world.transport.dials.length;
  follower.channel.retry();
  await world.pass(5_100);
  assert.equal(world.transport.dials.length, dials + 1);
  world.transport.last.end(1006);
  await world.pass(120_000);
  const before = world.transport.dials.length;
  follower.signals.tell("visible");
  await world.pass(60_000);
  assert.ok(world.transport.dials.length > before);
  await world.end();
});

test("CL1 a leader that gives up speaks for itself only: the next tab finds out for itself", async () => {
  const { world, leader, follower } = await two();
  world.transport.last.end(4403);
  await world.pass();
  assert.deepEqual([world.state(leader)[0], world.transport.dials.length], ["failed", 2]);
  world.transport.last.open().end(4403);
  await world.pass();
  assert.equal(world.state(follower)[0], "failed");
  await world.end();
});

test("CL9 without any sign of a leader a tab goes its own way after 3 s", async () => {
  const world = new TabbedWorld({ loses: () => true });
  world.open();
  await world.pass();
  world.open();
  await world.pass(4_000);
  assert.equal(world.transport.dials.length, 2);
  await world.end();
});

test("CL9 what other tabs say is judged: nonsense and other tasks change nothing", async () => {
  const { world, follower } = await two();
  const stranger = world.browser.tab().join(`task-channel ${URL_OF_TASK.split("?")[0]}`, () => {});
  const before = follower.channel.getState();
  for (const message of [null, 1, {}, { kind: "beat" }, { kind: "event", event: null }, { kind: "hello?" }])
    stranger.say(message);
  stranger.say({ kind: "event", epoch: EPOCH, event: { ...progress(3), task_id: "other" } });
  await world.pass();
  stranger.leave();
  world.frame();
  assert.deepEqual([follower.numbers, follower.channel.getState().snapshot], [[1, 2], before.snapshot]);
  assert.equal(follower.channel.getState().counters.malformed, 1);
  await world.end();
});

test("CL9 a tab that has delivered everything lets go of the lock without a connection", async () => {
  const { world, leader, follower } = await two();
  await world.add(completed(3));
  assert.deepEqual(
    [leader, follower].map((tab) => world.state(tab)[0]),
    ["done", "done"],
  );
  await world.pass(5_000);
  assert.deepEqual([world.browser.leaks, world.transport.dials.length, world.clock.pending], [0, 1, 0]);
});

test("CL2 the next number of another log is not the next event", async () => {
  const { world, follower } = await two();
  const stranger = world.browser.tab().join(`task-channel ${URL_OF_TASK.split("?")[0]}`, () => {});
  stranger.say({ kind: "event", epoch: "other", event: progress(3) });
  await world.pass();
  assert.deepEqual(follower.numbers, [1, 2]);
  stranger.leave();
  await world.end();
});

test("CL9 a tab that takes over while it reads leaves the read", async () => {
  const world = new TabbedWorld();
  world.log = progresses(1, 2);
  const leader = world.open();
  await world.pass();
  world.accept();
  world.silent = true;
  const follower = world.open();
  await world.pass();
  assert.equal(world.http.under_way, 1);
  leader.channel.close();
  await world.pass();
  assert.equal(world.http.under_way, 0);
  world.accept();
  await world.add(completed(3));
  assert.deepEqual(follower.numbers, [1, 2, 3]);
  await world.end();
});

test("CL7 CL9 a leader whose page is put away hands the connection over, and follows when it returns", async () => {
  const { world, leader, follower } = await two();
  leader.signals.tell("frozen");
  await world.pass();
  assert.deepEqual([world.transport.dials.length, world.transport.open_count], [2, 1]);
  world.accept();
  await world.add(progress(3));
  assert.deepEqual(
    [leader.numbers, follower.numbers],
    [
      [1, 2],
      [1, 2, 3],
    ],
  );
  leader.signals.tell("thawed");
  await world.pass();
  assert.deepEqual([world.state(leader), world.transport.dials.length], [["live", true], 2]);
  await world.add(completed(4));
  assert.deepEqual(
    [leader.numbers, follower.numbers],
    [
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ],
  );
  assert.equal(leader.channel.getState().counters.delivered, 4);
  await world.end();
});

test("CL7 CL9 a follower that was put away and returns catches up", async () => {
  const { world, follower } = await two();
  follower.signals.tell("frozen");
  await world.add(progress(3));
  follower.signals.tell("thawed");
  follower.signals.tell("thawed");
  await world.pass();
  assert.deepEqual(
    [follower.numbers, world.state(follower)],
    [
      [1, 2, 3],
      ["live", true],
    ],
  );
  await world.end();
});

for (const what of ["cannot be had", "does not come"] as const) {
  test(`CL9 where the code for sharing ${what}, a channel has a connection of its own`, async () => {
    const world = new TabbedWorld();
    const tabs = () => (what === "cannot be had" ? Promise.reject(new Error("404")) : new Promise<never>(() => {}));
    const channel = createTaskChannel({ url: URL_OF_TASK, task_id: TASK, environment: { ...world.environment, tabs } });
    assert.equal(channel.getState().connection.state, "connecting");
    await world.pass(3_000);
    assert.equal(world.transport.dials.length, 1);
    await world.pass(3_000);
    assert.equal(world.transport.dials.length, 1);
    channel.close();
    await world.end();
  });
}

test("CL9 closed before the code for sharing has come, a channel leaves nothing and does nothing", async () => {
  const world = new TabbedWorld();
  const { channel } = world.open();
  channel.retry();
  channel.close();
  await world.pass(5_000);
  assert.deepEqual([world.transport.dials.length, channel.getState().connection.state], [0, "idle"]);
  await world.end();
});
