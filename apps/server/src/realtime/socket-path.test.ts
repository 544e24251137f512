import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPath } from "@wayfinder/protocol";
import fc from "fast-check";
import { readSocketPath } from "./socket-path.ts";

test("HS1 the right path names its task", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  fc.assert(
    fc.property(id, (task_id) => {
      assert.deepEqual(readSocketPath(buildPath("socket", { task_id })), { kind: "task", task_id });
    }),
  );
});

test("HS3 near misses are known and keep the id they name", () => {
  const misses: [string, string | null][] = [
    ["/ws/abc", "abc"],
    ["/api/ws/abc", "abc"],
    ["/api/v1/ws", null],
    ["/api/v1/ws/", null],
    ["/api/v1/ws/abc/", "abc"],
    ["//api/v1/ws/abc", "abc"],
    ["/api//v1/ws/abc", "abc"],
    ["/api/v1//ws/abc", "abc"],
    ["/api/v1/ws//abc", "abc"],
    ["/api/v2/ws/abc", "abc"],
    ["/api/v1/websocket/abc", "abc"],
    ["/API/v1/WS/abc", "abc"],
    ["/ws", null],
    ["/v1/ws/abc", "abc"],
    ["/api/v1/ws/abc/x", "abc"],
  ];
  for (const [path, task_id] of misses) assert.deepEqual(readSocketPath(path), { kind: "near_miss", task_id }, path);
});

test("HS3 a malformed or too long id is no task", () => {
  for (const id of ["a".repeat(65), "a%20b", "%", "%zz", "a.b", "%E5%AD%A6"])
    assert.equal(readSocketPath(`/api/v1/ws/${id}`).kind, "malformed_id", id);
});

test("HS3 other paths are not ours", () => {
  for (const path of ["/", "/api/v1/tasks/abc", "/chat", "/news/abc"]) assert.equal(readSocketPath(path).kind, "elsewhere", path);
});
