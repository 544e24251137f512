import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { buildPath, fastifyPath, matchPath, ROUTES, type RouteName } from "./route.ts";

const names = Object.keys(ROUTES) as RouteName[];
const params = (route: RouteName, value: string) =>
  Object.fromEntries([...ROUTES[route].matchAll(/\{(\w+)\}/g)].map(([, name], i) => [name, `${value}${i}`])) as never;

test("HS6 match(build(id)) is id, for every route and any text", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ minLength: 1, unit: "grapheme" }), (route, value) => {
      assert.deepEqual(matchPath(route, buildPath(route, params(route, value))), params(route, value));
    }),
  );
});

test("HS6 another number of segments, an empty one or broken encoding match nothing", () => {
  for (const path of ["/api/v1/ws", "/api/v1/ws/", "/api/v1/ws/a/b", "//api/v1/ws/a", "/api/v1/ws/a/", "/api/v1/ws/%E0%A4%A"])
    assert.equal(matchPath("socket", path), null, path);
});

test("HS6 no two routes share a path", () => {
  const shapes = names.map((n) => fastifyPath(n).replace(/:\w+/g, ":x"));
  assert.equal(new Set(shapes).size, shapes.length);
});
