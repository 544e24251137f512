import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldSame, lineDiff } from "./line-diff.ts";

const MARKS = { same: " ", added: "+", removed: "-", skipped: "…" } as const;
const drawn = (before: string[], after: string[]) =>
  lineDiff(before.join("\n"), after.join("\n")).map(({ kind, text }) => MARKS[kind] + text);

test("WEB82 a comparison tells what went and what came, the removed line first", () => {
  assert.deepEqual(drawn(["a", "b", "c"], ["a", "x", "c"]), [" a", "-b", "+x", " c"]);
  assert.deepEqual(drawn(["a", "b"], ["b", "a"]), ["-a", " b", "+a"]);
  assert.deepEqual(drawn(["a"], ["a", "b"]), [" a", "+b"]);
});

test("WEB82 both texts can be read out of it, and equal lines are never told as a change", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after);
      const read = (skip: string) =>
        lines
          .filter(({ kind }) => kind !== skip)
          .map((line) => line.text)
          .join("\n");
      assert.equal(read("added"), before);
      assert.equal(read("removed"), after);
      assert.equal(
        lineDiff(before, before).every(({ kind }) => kind === "same"),
        true,
      );
    }),
    { numRuns: 200 },
  );
});

test("WEB82 far from a difference lines are only counted", () => {
  const same = (text: string) => ({ kind: "same", text }) as const;
  const lines = [same("1"), same("2"), same("3"), same("4"), { kind: "added", text: "x" } as const, same("5")];
  assert.deepEqual(foldSame(lines), [{ kind: "skipped", count: 2 }, ...lines.slice(2)]);
  assert.deepEqual(foldSame([same("1"), same("2")]), [{ kind: "skipped", count: 2 }]);
});
