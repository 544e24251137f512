import assert from "node:assert/strict";
import { test } from "node:test";
import { removeExpiredLogs } from "./log-retention.ts";

test("LG10 expired logs are removed batch by batch, until one is not full", async () => {
  const asked: [number, number][] = [];
  const left = [50, 50, 7, 3];
  await removeExpiredLogs(
    {
      async removeExpired({ older_than_ms, limit }) {
        asked.push([older_than_ms, limit]);
        return left.shift() ?? 0;
      },
    },
    1.5,
  );
  assert.deepEqual(asked, Array(3).fill([129_600_000, 50]));
});
