import assert from "node:assert/strict";
import { test } from "node:test";
import { lackingOf } from "./lacking.ts";

const ready = { status: "ready" } as const;
const failed = { status: "failed" } as const;
const pending = { status: "pending" } as const;
const content = { tutorial: ready, resources: ready, quiz: ready };

test("WEB88 a concept without text says so, one that lacks a failed part too; what is still being written beside the text is no lack", () => {
  assert.equal(lackingOf({ content: { ...content, tutorial: failed } }), "text");
  assert.equal(lackingOf({ content: { ...content, tutorial: pending, quiz: failed } }), "text");
  assert.equal(lackingOf({ content: { ...content, quiz: failed } }), "part");
  assert.equal(lackingOf({ content: { ...content, resources: failed } }), "part");
  assert.equal(lackingOf({ content: { ...content, quiz: pending } }), null);
  assert.equal(lackingOf({ content }), null);
});
