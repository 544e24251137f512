import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chown, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { usableBinaries } from "./binaries.ts";
import { anotherUser, ask, AS_ROOT, newPlace, released, spawnHolder, started, type Place } from "./cluster-place.fixture.ts";
import type { ClusterAccount } from "./cluster-account.ts";
import { findPlatformPackage, type PlatformPackage } from "./platform-package.ts";

/** Run as another user: tries everything a curious user would, and reports the code of each refusal. */
const INTRUDER = `
  const [uid, gid, socket, ...paths] = process.argv.slice(1);
  const fs = require("node:fs"), net = require("node:net");
  process.setgroups([Number(gid)]); process.setgid(Number(gid)); process.setuid(Number(uid));
  const codes = paths.map((path) => { try { fs.statSync(path).isDirectory() ? fs.readdirSync(path) : fs.readFileSync(path); return "read"; } catch (error) { return error.code; } });
  const report = (code) => { console.log(JSON.stringify([code, ...codes])); process.exit(); };
  net.connect(socket).once("connect", () => report("connected")).once("error", (error) => report(error.code));
`;

test("a running cluster", async (t) => {
  const place = await newPlace(t);
  const { connection } = await started(place);

  await t.test("EC8 no other user reaches the socket, the passwords, the log or the data", async () => {
    const home = join(place.data_dir, "postgres");
    const socket = join(connection.host, ".s.PGSQL.5432");
    const paths = [
      connection.host,
      join(home, "password.json"),
      join(home, "postgres.log"),
      join(home, "data"),
      join(home, "data/PG_VERSION"),
    ];
    if (!AS_ROOT) {
      // Nobody but root can become somebody else; the modes say the same.
      for (const path of [home, ...paths]) assert.equal((await stat(path)).mode & 0o077, 0, path);
      return;
    }
    const { uid, gid } = await anotherUser((await stat(join(home, "data"))).uid);
    const args = ["-e", INTRUDER, String(uid), String(gid), socket, ...paths];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    assert.deepEqual(
      JSON.parse(stdout),
      Array.from({ length: paths.length + 1 }, () => "EACCES"),
    );
  });

  await t.test("EC8 the socket accepts nobody without the right password, and the application only in its database", async () => {
    const refusals = [
      { ...connection, password: "wrong" },
      { ...connection, user: "wayfinder_admin", database: "postgres" },
      { ...connection, user: "postgres", database: "postgres", password: "postgres" },
    ];
    for (const refused of refusals) await assert.rejects(ask(refused, "select 1"), /authentication failed|rejects connection/);
    await assert.rejects(ask({ ...connection, database: "postgres" }, "select 1"), { code: "28000" });
    const passwords = JSON.parse(await readFile(join(place.data_dir, "postgres/password.json"), "utf8"));
    assert.equal(passwords.application, connection.password);
    assert.notEqual(passwords.superuser, passwords.application);
  });
});

/** A user other than root to run as (undefined: ourselves), his own data directory, and programs he can reach. */
async function ordinaryUser(place: Place): Promise<{ as: ClusterAccount | undefined; binaries: PlatformPackage }> {
  const user = AS_ROOT ? await anotherUser(0) : undefined;
  if (user !== undefined) {
    await mkdir(place.data_dir);
    await chown(place.data_dir, user.uid, user.gid);
  }
  // The checkout itself may lie where that user cannot go.
  const native = await usableBinaries({
    found: await findPlatformPackage(),
    account: user,
    copy_below: join(place.folder, "copy"),
  });
  return { as: user, binaries: { native, version: "test" } };
}

test("EC9 an ordinary user runs everything as himself, in folders only he can enter", async (t) => {
  const place = await newPlace(t);
  const ordinary = await ordinaryUser(place);
  const { report } = await spawnHolder(place, ordinary);
  assert.equal(report.error, undefined);
  const uid = ordinary.as?.uid ?? process.getuid?.();
  for (const path of ["postgres", "postgres/data", "postgres/run", "postgres/password.json"]) {
    const found = await stat(join(place.data_dir, path));
    assert.equal(found.uid, uid, path);
    assert.equal(found.mode & 0o077, 0, path);
  }
  assert.deepEqual(await ask(report.connection, "select 1 as one"), [{ one: 1 }]);
});

test("EC9 root runs a cluster as its owner, who can start it himself again", async (t) => {
  const place = await newPlace(t);
  const ordinary = await ordinaryUser(place);
  for (const holder of [ordinary, { binaries: ordinary.binaries }, ordinary]) {
    const { child, report } = await spawnHolder(place, holder);
    assert.equal(report.error, undefined);
    assert.equal((await stat(join(report.connection.host, ".s.PGSQL.5432"))).uid, ordinary.as?.uid ?? process.getuid?.());
    await released(child);
  }
});
