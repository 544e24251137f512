import assert from "node:assert/strict";
import { test } from "node:test";
import { isStrictSchema } from "./strict-schema.ts";

const closed = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

test("PL9 a schema is strict when every object in it is closed and asks for all its properties", () => {
  assert.equal(isStrictSchema(closed({ a: { type: "string" } })), true);
  assert.equal(isStrictSchema(closed({ list: { type: "array", items: closed({ b: { type: "number" } }) } })), true);
});

test("PL9 an optional property or an open object, however deep, makes it a wish", () => {
  assert.equal(isStrictSchema(closed({ a: { type: "string" } }, [])), false);
  assert.equal(isStrictSchema({ type: "object", properties: {} }), false);
  assert.equal(isStrictSchema(closed({ list: { type: "array", items: closed({ b: {} }, []) } })), false);
  assert.equal(isStrictSchema(closed({ either: { anyOf: [{ type: "null" }, { type: "object" }] } })), false);
});
