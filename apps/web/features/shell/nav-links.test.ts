import assert from "node:assert/strict";
import { test } from "node:test";
import { isCurrent } from "./nav-links.ts";

test("WEB5 a navigation link is current on its page and below it, the home only on itself", () => {
  assert.equal(isCurrent("/", "/"), true);
  assert.equal(isCurrent("/", "/app/new"), false);
  assert.equal(isCurrent("/app/roadmaps", "/app/roadmaps/r1/concepts/c1"), true);
  assert.equal(isCurrent("/app/roadmaps", "/app/roadmaps-old"), false);
});
