import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, cp, lstat, mkdir, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { ask, AS_ROOT, eventually, killed, newPlace, startHolder, started } from "./cluster-place.fixture.ts";
import { ClusterError, stopEmbeddedCluster } from "./index.ts";
import { findPlatformPackage } from "./platform-package.ts";

test("EC10 a clone below a private folder, its links missing, still gets its programs run", async (t) => {
  const place = await newPlace(t);
  const clone = join(place.folder, "home/clone");
  const native = join(clone, "native");
  const { native: installed } = await findPlatformPackage();
  await cp(installed, native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  await chmod(dirname(clone), 0o700);
  const options = { binaries: { native, version: "1.2.3" }, system_dir: join(place.folder, "system") };
  const cluster = await started(place, options);
  assert.deepEqual(await ask(cluster.connection, "select 1 as one"), [{ one: 1 }]);
  const used = AS_ROOT ? join(place.folder, "system/pg-1.2.3") : native;
  assert.ok((await lstat(join(used, "lib/libpq.so.5"))).isSymbolicLink());
  assert.deepEqual(AS_ROOT ? await readdir(join(place.folder, "system")) : [], AS_ROOT ? ["pg-1.2.3"] : []);
  assert.equal((await stat(join(place.folder, "home"))).mode & 0o777, 0o700);
});

test("EC10 missing programs are an error of their own", async (t) => {
  const place = await newPlace(t);
  const nowhere = { native: join(place.folder, "nowhere"), version: "1.2.3" };
  await assert.rejects(started(place, { binaries: nowhere }), { code: "binaries_missing" });
});

test("EC11 after an initdb that was killed the next start makes the cluster and removes the remains", async (t) => {
  const place = await newPlace(t);
  const child = startHolder(place, {});
  const draft = await eventually(async () => {
    const name = (await readdir(place.data_dir)).find((entry) => entry.startsWith("postgres.new-"));
    assert.ok(name);
    assert.ok((await readdir(join(place.data_dir, name, "data"))).includes("PG_VERSION"));
    return name;
  });
  await killed(child);
  assert.ok((await readdir(place.data_dir)).includes(draft));
  const cluster = await started(place);
  assert.deepEqual(await ask(cluster.connection, "select 1 as one"), [{ one: 1 }]);
  await eventually(async () => assert.deepEqual(await readdir(place.data_dir), ["postgres"]));
});

test("EC12 a data directory with a long path gets its socket in a private temporary folder", async (t) => {
  const place = await newPlace(t);
  const dataDir = join(place.folder, "很".repeat(40), "x".repeat(100));
  const cluster = await started(place, { data_dir: dataDir });
  assert.ok(Buffer.byteLength(join(cluster.connection.host, ".s.PGSQL.5432")) < 107);
  assert.equal((await stat(cluster.connection.host)).mode & 0o777, AS_ROOT ? 0o710 : 0o700);
  assert.deepEqual(await ask(cluster.connection, "select 1 as one"), [{ one: 1 }]);
  await cluster.stop();
  await assert.rejects(stat(cluster.connection.host), { code: "ENOENT" });
});

test("EC12 a folder of somebody else under the name of ours is not used", async (t) => {
  const place = await newPlace(t);
  const dataDir = join(place.folder, "x".repeat(100));
  const first = await started(place, { data_dir: dataDir });
  await first.stop();
  const trap = join(place.folder, "trap");
  await mkdir(trap, { mode: 0o777 });
  await symlink(trap, first.connection.host);
  place.undo.push(() => rm(first.connection.host));
  const second = await started(place, { data_dir: dataDir });
  assert.notEqual(second.connection.host, first.connection.host);
  assert.deepEqual(await readdir(trap), []);
});

test("EC13 a folder that cannot be passed is named", async (t) => {
  const place = await newPlace(t);
  const closed = join(place.folder, "closed");
  // As root the account must get through, else we ourselves must.
  await mkdir(join(closed, "open"), { recursive: true });
  await chmod(closed, AS_ROOT ? 0o700 : 0o600);
  place.undo.push(() => chmod(closed, 0o700));
  await assert.rejects(started(place, { data_dir: join(closed, "open/data") }), (error: unknown) => {
    assert.ok(error instanceof ClusterError);
    assert.equal(error.code, "parent_not_passable");
    assert.ok(error.message.startsWith(`The folder ${closed} cannot be passed`), error.message);
    return true;
  });
});

test("EC14 a stranger or a dead process with the number in postmaster.pid is neither adopted nor harmed nor in the way", async (t) => {
  const place = await newPlace(t);
  await (await started(place)).stop();
  const data = join(place.data_dir, "postgres/data");
  const { uid, gid } = await stat(data);
  // Of the cluster's own user: PostgreSQL disregards the processes of others by itself. The shell's child ends at
  // once, and nobody collects it after the shell has become `sleep`.
  const script = "true & echo $!; exec sleep 60";
  const stranger = spawn("/bin/sh", ["-c", script], { cwd: "/", ...(AS_ROOT ? { uid, gid } : {}) });
  place.undo.push(() => killed(stranger));
  const [output] = (await once(stranger.stdout, "data")) as [Buffer];
  for (const pid of [stranger.pid, Number(output.toString())]) {
    const lines = [pid, data, 1_700_000_000, 5432, join(place.data_dir, "postgres/run"), "", "", "ready"];
    await writeFile(join(data, "postmaster.pid"), `${lines.join("\n")}\n`, { mode: 0o600 });
    if (AS_ROOT) await chown(join(data, "postmaster.pid"), uid, gid);
    await stopEmbeddedCluster(place.data_dir);
    const cluster = await started(place, { start_patience_ms: 0 });
    assert.equal(cluster.adopted, false);
    assert.notEqual(cluster.postmaster_pid, pid);
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
    await cluster.stop();
  }
});

test("EC14 the copy of a running cluster leads to the copy, not to the original", async (t) => {
  const place = await newPlace(t);
  const original = await started(place);
  await ask(original.connection, "create table kept as select 'original' as name");
  const copy = join(place.folder, "copy");
  await cp(place.data_dir, copy, { recursive: true, filter: async (path) => !(await lstat(path)).isSocket() });
  if (AS_ROOT) await chownAll(join(copy, "postgres/data"), await stat(join(place.data_dir, "postgres/data")));
  const second = await started(place, { data_dir: copy });
  assert.equal(second.adopted, false);
  await ask(second.connection, "update kept set name = 'copy'");
  assert.deepEqual(await ask(original.connection, "select name from kept"), [{ name: "original" }]);
});

test("EC14 a moved cluster is the same cluster, through whatever path", async (t) => {
  const place = await newPlace(t);
  const moved = join(place.folder, "moved");
  await (await started(place)).stop();
  await rename(place.data_dir, moved);
  await symlink(moved, join(place.folder, "link"));
  const { connection } = await started(place, { data_dir: join(place.folder, "link") });
  assert.equal(connection.host, join(moved, "postgres/run"));
});

async function chownAll(folder: string, owner: { uid: number; gid: number }): Promise<void> {
  await chown(folder, owner.uid, owner.gid);
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), owner.uid, owner.gid);
}
