import assert from "node:assert/strict";
import { test } from "node:test";
import { WrongPaths } from "./wrong-paths.ts";

function wrongPaths() {
  let time = 0;
  let noted = 0;
  const paths = new WrongPaths({ now: () => new Date((time += 1_000)), onWrong: () => (noted += 1) });
  return { paths, noted: () => noted };
}

test("HS3 wrong paths are counted by shape, the most frequent first", () => {
  const { paths, noted } = wrongPaths();
  for (const path of ["/ws/a", "/api/ws/a", "/ws/b", "/ws/c?x=1"]) paths.note(path);
  assert.deepEqual(paths.list(), [
    { path: "/ws/{…}", count: 3, last_at: "1970-01-01T00:00:04.000Z" },
    { path: "/api/ws/{…}", count: 1, last_at: "1970-01-01T00:00:02.000Z" },
  ]);
  assert.equal(noted(), 4);
});

test("HS3 at most 50 wrong paths are kept, and the frequent ones stay whatever is dialled", () => {
  const { paths, noted } = wrongPaths();
  for (let i = 0; i < 3; i += 1) paths.note("/ws/a");
  for (let i = 1; i <= 100; i += 1) paths.note(`/ws${"/".repeat(i)}`);
  const list = paths.list();
  assert.equal(list.length, 50);
  assert.deepEqual([list[0]?.path, list[0]?.count], ["/ws/{…}", 3]);
  assert.equal(noted(), 103);
});
