import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assignLanes } from "./lane.ts";
import { CARD_HEIGHT, mapGrid, type MapGrid } from "./map-grid.ts";
import { type Edge, type Line, mapLines } from "./map-lines.ts";
import { type Point, roundedPath } from "./rounded-path.ts";

/** A map of one to six stages and the prerequisites within it, which lead on in its order. */
const maps = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 60 }),
  })
  .map(({ sizes, pairs }) => {
    const stages = sizes.map((size, s) => ({
      id: `s${s}`,
      concept_ids: Array.from({ length: size }, (_, n) => `c${s}-${n}`),
    }));
    const ids = stages.flatMap((s) => s.concept_ids);
    const edges = new Map<string, Edge>();
    for (const [a, b, isHard] of pairs) {
      const [from, to] = [a % ids.length, b % ids.length].toSorted((x, y) => x - y);
      if (from === undefined || to === undefined || from === to) continue;
      const edge: Edge = { from: ids[from] ?? "", to: ids[to] ?? "", kind: isHard ? "hard" : "soft" };
      edges.set(`${edge.from} ${edge.to}`, edge);
    }
    return { grid: mapGrid({ stages }), edges: [...edges.values()] };
  });

const legs = ({ points }: Line): [Point, Point][] => points.slice(1).map((p, i): [Point, Point] => [points[i] ?? p, p]);

/** Whether a leg runs over the inside of a card. */
const isBehind = (grid: MapGrid, [a, b]: [Point, Point]): boolean =>
  grid.cards
    .values()
    .some(
      ({ x, y }) =>
        Math.max(a.x, b.x) > x &&
        Math.min(a.x, b.x) < x + grid.card_width &&
        Math.max(a.y, b.y) > y &&
        Math.min(a.y, b.y) < y + CARD_HEIGHT,
    );

test("WEB61 every prerequisite is one line, from its card to the card that needs it, and inside the map", () => {
  fc.assert(
    fc.property(maps, ({ grid, edges }) => {
      const lines = mapLines(grid, edges);
      assert.deepEqual(
        lines.map(({ from, to, kind }) => ({ from, to, kind })),
        edges,
      );
      for (const { from, to, points } of lines) {
        const [source, target] = [grid.cards.get(from), grid.cards.get(to)];
        const [first, last] = [points[0], points.at(-1)];
        assert.ok(source && target && first && last);
        assert.ok(first.x >= source.x && first.x <= source.x + grid.card_width);
        assert.ok(first.y > source.y && first.y <= source.y + CARD_HEIGHT);
        assert.ok(last.x === target.x || last.y === target.y);
        for (const { x, y } of points) assert.ok(x >= 0 && x <= grid.width && y >= 0 && y <= grid.height);
      }
    }),
  );
});

test("WEB61 no line runs behind a card, and every leg is horizontal or vertical", () => {
  fc.assert(
    fc.property(maps, ({ grid, edges }) => {
      for (const line of mapLines(grid, edges))
        for (const leg of legs(line)) {
          assert.ok(leg[0].x === leg[1].x || leg[0].y === leg[1].y);
          assert.ok(!isBehind(grid, leg), `${line.from} to ${line.to}: ${line.path}`);
        }
    }),
  );
});

test("WEB61 the same map is drawn the same, whatever the order of its prerequisites", () => {
  fc.assert(
    fc.property(maps, ({ grid, edges }) => {
      const paths = (order: readonly Edge[]) => new Map(mapLines(grid, order).map((l) => [`${l.from} ${l.to}`, l.path]));
      const [there, back] = [paths(edges), paths(edges.toReversed())];
      for (const [key, path] of there) assert.equal(back.get(key), path);
    }),
  );
});

test("WEB61 cards do not overlap, and a column is as wide as the stages allow", () => {
  fc.assert(
    fc.property(maps, ({ grid }) => {
      const cards = [...grid.cards.values()];
      for (const a of cards)
        for (const b of cards)
          assert.ok(
            a === b || Math.abs(a.x - b.x) >= grid.card_width || Math.abs(a.y - b.y) >= CARD_HEIGHT,
            `${a.id} over ${b.id}`,
          );
      assert.ok(grid.width <= 1_308);
    }),
  );
});

test("WEB61 a prerequisite that leads back or is not on the map has no line", () => {
  const grid = mapGrid({
    stages: [
      { id: "s1", concept_ids: ["a", "b"] },
      { id: "s2", concept_ids: ["c"] },
    ],
  });
  const edges = [
    ["b", "a"],
    ["c", "a"],
    ["a", "elsewhere"],
    ["a", "a"],
  ].map(([from = "", to = ""]) => ({
    from,
    to,
    kind: "hard" as const,
  }));
  assert.deepEqual(mapLines(grid, edges), []);
});

test("WEB61 what comes from one card shares a lane; what would meet another takes the next", () => {
  const laneOf = assignLanes([
    { track: "t", key: "a", from: 0, to: 50 },
    { track: "t", key: "a", from: 20, to: 80 },
    { track: "t", key: "b", from: 60, to: 90 },
    { track: "t", key: "c", from: 90, to: 99 },
    { track: "u", key: "b", from: 0, to: 9 },
  ]);
  assert.deepEqual(
    ["a", "b", "c"].map((key) => laneOf("t", key)),
    [
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 2 },
    ],
  );
  assert.deepEqual(laneOf("u", "b"), { lane: 0, lanes: 1 });
});

test("WEB61 corners are rounded as far as the legs allow, and idle points are left out", () => {
  const path = (...points: [number, number][]) => roundedPath(points.map(([x, y]) => ({ x, y })));
  assert.equal(path([0, 0], [20, 0], [20, 40]), "M0 0L14 0Q20 0 20 6L20 40");
  assert.equal(path([0, 0], [20, 0], [20, 4], [30, 4]), "M0 0L18 0Q20 0 20 2L20 2Q20 4 22 4L30 4");
  assert.equal(path([0, 0], [10, 0], [10, 0], [30, 0]), "M0 0L30 0");
  assert.equal(path(), "");
});

test("WEB61 a line that comes to a card and one that leaves it never touch it at one height", () => {
  fc.assert(
    fc.property(maps, ({ grid, edges }) => {
      const lines = mapLines(grid, edges);
      const touches = (id: string, place: (line: Line) => [string, Point | undefined]) =>
        lines.flatMap((line) => {
          const [card, point] = place(line);
          return card === id && point ? [`${point.x} ${point.y}`] : [];
        });
      for (const id of grid.cards.keys()) {
        const came = new Set(touches(id, (l) => [l.to, l.points.at(-1)]));
        for (const left of touches(id, (l) => [l.from, l.points[0]])) assert.ok(!came.has(left), id);
      }
    }),
  );
});
