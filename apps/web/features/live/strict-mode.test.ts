import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FakeWorld, NO_LEAKS } from "@wayfinder/client/testing/fake-world";
import { connected, progress, TASK, URL_OF_TASK } from "@wayfinder/client/testing/messages";
import { ChannelProvider, type RoadmapGeneration, useRoadmapGenerationWs } from "@wayfinder/react";
import { act, createElement, type ReactNode, StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";

const ignore = (): void => {};

before(() => {
  // What React looks for in a browser.
  Object.assign(globalThis, { window: globalThis, HTMLIFrameElement: class {}, IS_REACT_ACT_ENVIRONMENT: true });
});

/** A root for views that draw nothing: React needs no more of a document than this. */
function emptyRoot(): Root {
  const listening = { addEventListener: ignore, removeEventListener: ignore };
  const ownerDocument = { ...listening, nodeType: 9, activeElement: null, defaultView: globalThis };
  const container = { ...listening, nodeType: 1, nodeName: "DIV", tagName: "DIV", textContent: "", ownerDocument };
  return createRoot(container as unknown as Element);
}

/** Views of the same task below one provider, in strict mode, and what each of them saw. */
function views(world: FakeWorld, { count, url = URL_OF_TASK }: { count: number; url?: string | null }) {
  const seen: RoadmapGeneration[][] = Array.from({ length: count }, () => []);
  const View = ({ index }: { index: number }): null => {
    seen[index]?.push(useRoadmapGenerationWs({ url, task_id: TASK }));
    return null;
  };
  const all = seen.map((_, index): ReactNode => createElement(View, { index, key: index }));
  const tree = createElement(StrictMode, null, createElement(ChannelProvider, { environment: world.environment }, all));
  return { tree, last: (index: number) => seen[index]?.at(-1), rendered: () => seen.flat().length };
}

test("CL9 in strict mode, which mounts twice, views of one task make one connection and leave nothing behind", async () => {
  const world = new FakeWorld();
  const root = emptyRoot();
  const { tree, last } = views(world, { count: 3 });
  await act(async () => root.render(tree));
  world.clock.advance(0);
  assert.deepEqual([world.transport.dials.length, world.transport.open_count], [1, 1]);
  assert.equal(last(0)?.connection.state, "connecting");
  await act(async () => {
    world.transport.last.open().say(connected(), progress(1));
    world.frame();
  });
  for (const index of [0, 1, 2]) assert.equal(last(index)?.snapshot.seq, 1);
  await act(async () => root.unmount());
  world.clock.advance(0);
  assert.deepEqual([world.transport.dials.length, world.leaks()], [1, NO_LEAKS]);
});

test("CL1 a burst of 1 000 events draws a view once", async () => {
  const world = new FakeWorld();
  const root = emptyRoot();
  const { tree, last, rendered } = views(world, { count: 1 });
  await act(async () => root.render(tree));
  await act(async () => {
    world.transport.last.open().say(connected());
    world.frame();
  });
  const before_burst = rendered();
  await act(async () => {
    for (let seq = 1; seq <= 1_000; seq++) world.transport.last.say(progress(seq));
    world.frame();
  });
  assert.equal(last(0)?.snapshot.seq, 1_000);
  // Strict mode draws everything twice.
  assert.equal(rendered() - before_burst, 2);
  await act(async () => root.unmount());
  world.clock.advance(0);
});

test("CL9 without an address nothing is dialled, and on the server nothing at all happens", async () => {
  const world = new FakeWorld();
  const { tree, last } = views(world, { count: 1 });
  renderToString(tree);
  assert.equal(last(0)?.connection.state, "idle");
  const root = emptyRoot();
  const none = views(world, { count: 1, url: null });
  await act(async () => root.render(none.tree));
  none.last(0)?.retry();
  await act(async () => root.unmount());
  assert.deepEqual([world.transport.dials.length, world.leaks()], [0, NO_LEAKS]);
});

test("CL4 retry of the hook is a click", async () => {
  const world = new FakeWorld({ random: () => 0.99 });
  const root = emptyRoot();
  const { tree, last } = views(world, { count: 1 });
  await act(async () => root.render(tree));
  await act(async () => {
    world.transport.last.open().end(4500);
    world.clock.advance(300);
    last(0)?.retry();
  });
  assert.equal(world.transport.dials.length, 2);
  await act(async () => root.unmount());
  world.clock.advance(0);
});
