import assert from "node:assert/strict";
import { test } from "node:test";
import { browserEnvironment, type BrowserGlobals } from "./browser-environment.ts";
import { browserTabs, type TabGlobals } from "./browser-tabs.ts";

/** Locks as a browser has them: one holder at a time, by name; a request can be given up while it waits. */
function fakeLocks(refuses = false): NonNullable<TabGlobals["navigator"]> {
  const tails = new Map<string, Promise<void>>();
  return {
    locks: {
      request: async (name, { signal }, held) => {
        if (refuses) throw new DOMException("The operation is insecure.", "SecurityError");
        const before = tails.get(name) ?? Promise.resolve();
        const { promise, resolve } = Promise.withResolvers<void>();
        tails.set(name, promise);
        try {
          await before;
          signal.throwIfAborted();
          await held();
        } finally {
          resolve();
        }
      },
    },
  };
}

/** Node's own, which types its messages as a browser does not. */
const Broadcasts = BroadcastChannel as unknown as NonNullable<TabGlobals["BroadcastChannel"]>;

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("CL9 a lock has one holder; the next one has it when the first lets go, and who waits no longer is passed over", async () => {
  const tabs = browserTabs({ navigator: fakeLocks(), BroadcastChannel: Broadcasts });
  const held: string[] = [];
  const failed = (): void => void held.push("failed");
  const [first, second] = ["a", "b", "c"].map((who) => tabs.lock("task", { held: () => void held.push(who), failed }));
  assert.deepEqual(held, [], "not before the way to let go is known");
  await settle();
  assert.deepEqual(held, ["a"]);
  second?.();
  first?.();
  await settle();
  assert.deepEqual(held, ["a", "c"]);
});

test("CL9 a lock that is refused is told; one that was let go before it came is not", async () => {
  const tabs = browserTabs({ navigator: fakeLocks(true), BroadcastChannel: Broadcasts });
  const told: string[] = [];
  const on = { held: () => void told.push("held"), failed: () => void told.push("failed") };
  tabs.lock("task", on);
  tabs.lock("task", on)();
  await settle();
  assert.deepEqual(told, ["failed"]);
});

test("CL9 what is said reaches the others of the same name, until they leave", async () => {
  const tabs = browserTabs({ navigator: fakeLocks(), BroadcastChannel: Broadcasts });
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const listener = tabs.join("task-a", resolve);
  const other = tabs.join("task-b", () => resolve("another task"));
  const speaker = tabs.join("task-a", () => resolve("itself"));
  speaker.say({ kind: "hello", visible: true });
  assert.deepEqual(await promise, { kind: "hello", visible: true });
  for (const line of [listener, other, speaker]) line.leave();
});

test("CL9 without locks, without broadcasts or outside a page every channel has a connection of its own", async () => {
  assert.throws(() => browserTabs({ BroadcastChannel: Broadcasts }));
  assert.throws(() => browserTabs({ navigator: fakeLocks() }));
  const worker = { navigator: fakeLocks(), BroadcastChannel: Broadcasts } as unknown as BrowserGlobals;
  assert.equal(browserEnvironment(worker).tabs, undefined);
  const page = { ...worker, document: Object.assign(new EventTarget(), { visibilityState: "visible" }) };
  assert.ok(await browserEnvironment(page as unknown as BrowserGlobals).tabs?.());
});
