import assert from "node:assert/strict";
import { test } from "node:test";
import { type Anchor, drawLinks } from "./link-path.ts";

const CENTRE = 480;
const left = (y: number): Anchor => ({ x: 432, y, side: "left" });
const right = (y: number): Anchor => ({ x: 528, y, side: "right" });
const numbers = (path: string) =>
  [...path.matchAll(/[HMQVL](-?[\d.]+)(?: (-?[\d.]+))?/g)].map((m) => [Number(m[1]), Number(m[2])]);

test("WEB32 links run in the lane on the target's side of the line", () => {
  assert.equal(drawLinks(right(300), [left(100)], CENTRE).links[0]?.path, "M432 100H496Q504 100 504 108V292Q504 300 512 300H522");
  assert.equal(drawLinks(left(300), [right(100)], CENTRE).links[0]?.path, "M528 100H464Q456 100 456 108V292Q456 300 448 300H438");
});

test("WEB32 a source below, one at the same height, and one on the same side", () => {
  assert.equal(
    drawLinks(right(100), [right(300)], CENTRE).links[0]?.path,
    "M528 300H512Q504 300 504 292V108Q504 100 512 100H522",
  );
  assert.equal(drawLinks(right(100), [left(101)], CENTRE).links[0]?.path, "M432 101H522");
});

test("WEB32 every point of a link stays in the gutter between the cards", () => {
  for (const target of [left(60), right(60)])
    for (const source of [left(58), left(200), left(67), right(10), right(64)])
      for (const { path } of drawLinks(target, [source], CENTRE).links)
        for (const [x] of numbers(path.replace(/V[\d.]+/g, ""))) assert.ok((x ?? 0) >= 432 && (x ?? 0) <= 528, path);
});

test("WEB32 one arrow for all links, none without links", () => {
  assert.equal(drawLinks(right(100), [left(10), left(20)], CENTRE).arrow, "M520 95L526 100L520 105");
  assert.deepEqual(drawLinks(right(100), [], CENTRE), { links: [], arrow: "" });
});
