import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ask, AS_ROOT, newPlace, started } from "./cluster-place.fixture.ts";
import { processAlive } from "./process-alive.ts";

const SETTINGS = `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
  current_setting('dynamic_shared_memory_type') as shared, current_setting('server_encoding') as encoding,
  (select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user) as privileged,
  (select datdba::regrole::text from pg_database where datname = current_database()) as owner,
  lower('寻路 ÄÖÜ') as lower, '寻' ~ '\\w' as letter`;

test("a first start", async (t) => {
  const place = await newPlace(t);
  // Commas and spaces would split PostgreSQL's setting, quotes end it.
  const dataDir = join(place.folder, '数据, "a" b');
  const cluster = await started(place, { data_dir: dataDir });

  await t.test("EC1 makes a UTF-8 cluster whose application role owns only its database", async () => {
    assert.equal(cluster.adopted, false);
    const [row] = await ask(cluster.connection, SETTINGS);
    assert.deepEqual(row, {
      fsync: "on",
      listens: "",
      shared: "mmap",
      encoding: "UTF8",
      privileged: false,
      owner: "wayfinder",
      lower: "寻路 äöü",
      letter: true,
    });
    await assert.rejects(ask(cluster.connection, "copy (select 1) to program 'true'"), { code: "42501" });
  });

  await t.test("EC3 puts PostgreSQL in a process group of its own", () => {
    // A signal to a group succeeds only if the number is that of a group.
    assert.equal(process.kill(-cluster.postmaster_pid, 0), true);
  });

  await t.test("EC9 gives the cluster to the account PostgreSQL runs as and the passwords to us", async () => {
    const modeOf = async (path: string) => (await stat(join(dataDir, path))).mode & 0o777;
    assert.equal(await modeOf("."), AS_ROOT ? 0o711 : 0o700);
    assert.equal(await modeOf("postgres/data"), 0o700);
    assert.equal(await modeOf("postgres/run"), AS_ROOT ? 0o710 : 0o700);
    assert.equal(await modeOf("postgres/password.json"), 0o600);
    assert.equal(await modeOf("postgres/postgres.log"), 0o600);
    const { uid } = await stat(join(dataDir, "postgres/data"));
    assert.equal(uid === process.getuid?.(), !AS_ROOT);
    assert.equal((await stat(join(dataDir, "postgres/password.json"))).uid, process.getuid?.());
  });
});

test("EC2 EC3 stop ends every process and a later start finds what was written", async (t) => {
  const place = await newPlace(t);
  const first = await started(place);
  await ask(first.connection, "create table kept as select '学' as word");
  const processes = await ask<{ pid: number }>(first.connection, "select pid from pg_stat_activity");
  assert.ok(processes.length > 3, "PostgreSQL's own processes are in the list");
  await first.stop();
  for (const pid of [first.postmaster_pid, ...processes.map((row) => row.pid)]) assert.equal(await processAlive(pid), false);

  const later = await started(place);
  assert.equal(later.adopted, false);
  assert.deepEqual(await ask(later.connection, "select word from kept"), [{ word: "学" }]);
  assert.deepEqual(later.connection, first.connection);
});
