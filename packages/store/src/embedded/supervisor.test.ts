import assert from "node:assert/strict";
import { appendFile, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ask, eventually, newPlace, started } from "./cluster-place.fixture.ts";
import { ClusterError } from "./index.ts";
import { processAlive } from "./process-alive.ts";

const OWNERS = "(select count(*)::int from pg_locks where locktype = 'advisory' and granted) as owners";

test("EC6 a killed server comes back on the same socket with its data and its owner", async (t) => {
  const place = await newPlace(t);
  const cluster = await started(place);
  await ask(cluster.connection, "create table kept as select 1 as one");
  const before = cluster.postmaster_pid;
  process.kill(before, "SIGKILL");
  await eventually(async () =>
    assert.deepEqual(await ask(cluster.connection, `select one, ${OWNERS} from kept`), [{ one: 1, owners: 1 }]),
  );
  await eventually(async () => assert.ok(![0, before].includes(cluster.postmaster_pid)));
  const after = cluster.postmaster_pid;
  await cluster.stop();
  assert.equal(await processAlive(after), false);
});

test("EC6 a killed backend makes PostgreSQL start over; the owner takes its lock again", async (t) => {
  const place = await newPlace(t);
  const cluster = await started(place);
  const [victim] = await ask<{ pid: number }>(cluster.connection, "select pid from pg_locks where locktype = 'advisory'");
  process.kill(victim!.pid, "SIGKILL");
  await eventually(async () => {
    const [row] = await ask<{ pid: number }>(
      cluster.connection,
      "select pid from pg_locks where locktype = 'advisory' and granted",
    );
    assert.notEqual(row?.pid ?? victim!.pid, victim!.pid);
  });
});

test("EC6 stop during a restart leaves nothing running", async (t) => {
  const place = await newPlace(t);
  const restarts: string[] = [];
  const cluster = await started(place, { log: (message) => restarts.push(message) });
  process.kill(cluster.postmaster_pid, "SIGKILL");
  await eventually(async () => assert.equal(restarts.length, 1));
  await cluster.stop();
  await assert.rejects(ask(cluster.connection, "select 1"));
});

test("EC7 a server that cannot start is an error with the end of PostgreSQL's log", async (t) => {
  const place = await newPlace(t);
  await (await started(place)).stop();
  await appendFile(join(place.data_dir, "postgres/data/postgresql.conf"), "no_such_setting = 1\n");
  await assert.rejects(started(place, { start_patience_ms: 0 }), (error: unknown) => {
    assert.ok(error instanceof ClusterError);
    assert.equal(error.code, "start_failed");
    assert.match(error.message, /unrecognized configuration parameter "no_such_setting"/);
    return true;
  });
});

test("EC7 the owner hears when its server is lost for good", async (t) => {
  const place = await newPlace(t);
  const lost = Promise.withResolvers<ClusterError>();
  const cluster = await started(place, { start_patience_ms: 0, on_lost: lost.resolve });
  const config = join(place.data_dir, "postgres/data/postgresql.conf");
  const { length } = await readFile(config);
  await appendFile(config, "no_such_setting = 1\n");
  process.kill(cluster.postmaster_pid, "SIGKILL");
  assert.equal((await lost.promise).code, "start_failed");
  await truncate(config, length);
});

test("EC7 an aborted start leaves no server behind", async (t) => {
  const place = await newPlace(t);
  const cluster = await started(place);
  const { connection } = cluster;
  await cluster.stop();
  const aborted = new AbortController();
  const start = started(place, { signal: aborted.signal });
  aborted.abort();
  await assert.rejects(start, { name: "AbortError" });
  await assert.rejects(ask(connection, "select 1"), { code: "ENOENT" });
});
