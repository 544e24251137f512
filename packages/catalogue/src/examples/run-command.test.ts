import assert from "node:assert/strict";
import { test } from "node:test";
import { inTemporaryFolder, runUnprivileged } from "./run-command.fixture.ts";

test("CT1 an example of the shell never runs as root, and can write to the folder it is given", () =>
  inTemporaryFolder(async (dir) => {
    const { status, stdout } = await runUnprivileged(dir, [
      "bash",
      "-c",
      "id -u; touch here && ls; touch /etc/wayfinder-example && echo harmed",
    ]);
    const [uid, ...rest] = stdout.trim().split("\n");
    assert.notEqual(uid, "0");
    assert.deepEqual(rest, ["here"]);
    assert.notEqual(status, 0);
  }));
