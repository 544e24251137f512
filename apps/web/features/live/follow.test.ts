import assert from "node:assert/strict";
import { test } from "node:test";
import { followTop } from "./follow.ts";

const at = (rowTop: number, scrollTop = 0, stageTop = 0) =>
  followTop({ scrollTop, height: 400, stageTop, rowTop, rowHeight: 44 });

test("WEB48 a row in view moves nothing, so a person's own scrolling is left alone", () => {
  assert.equal(at(200), null);
  assert.equal(at(316), null);
});

test("WEB48 a row out of view brings its stage to the top, if both fit", () => {
  assert.equal(at(700, 0, 500), 492);
  assert.equal(at(100, 300, 40), 32);
});

test("WEB48 a row far below the name of its stage stands in the middle", () => {
  assert.equal(at(900, 0, 100), 722);
});
