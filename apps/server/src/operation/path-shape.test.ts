import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pathShape } from "./path-shape.ts";

test("HS3 a wrong path keeps its known words and slashes; everything else is hidden", () => {
  const cases = [
    ["/ws/4fzzzxjylrx", "/ws/{…}"],
    ["/api/ws/alice@example.org?ticket=secret", "/api/ws/{…}"],
    ["//api/v1/ws/abc", "//api/v1/ws/{…}"],
    ["/api/v1/ws/", "/api/v1/ws/"],
    ["/api/v1/tasks/abc/ws", "/api/v1/tasks/{…}/ws"],
    ["/apii/v1/ws/{task_id}", "/{…}/v1/ws/{task_id}"],
    ["/socket.io/#x", "/socket.io/"],
    ["/_next/webpack-hmr", "/_next/webpack-hmr"],
    ["", ""],
  ] as const;
  for (const [raw, shape] of cases) assert.equal(pathShape(raw), shape);
});

test("HS3 no part of a path that is not a known word is kept, and never more than 120 characters", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[0-9]{4,12}[a-z0-9%._-]{0,40}$/), { maxLength: 200 }), (parts) => {
      const shape = pathShape(`/ws/${parts.join("/")}`);
      assert.ok(shape.length <= 120);
      assert.ok(parts.every((part) => !shape.includes(part)));
    }),
  );
});
