import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ADDRESSES, ask, killed, newPlace, spawnHolder, started } from "./cluster-place.fixture.ts";
import { ClusterError, startEmbeddedCluster, stopEmbeddedCluster } from "./index.ts";
import { processAlive } from "./process-alive.ts";

// Side by side: two of them wait out the 5 s that a start waits for the lock.
describe("one owner", { concurrency: true }, () => {
  test("EC4 a server left by a killed owner is adopted with its data", async (t) => {
    const place = await newPlace(t);
    const { child, report } = await spawnHolder(place, {});
    await ask(report.connection, "create table kept as select 1 as one");
    await killed(child);
    const cluster = await started(place);
    assert.equal(cluster.adopted, true);
    assert.equal(cluster.postmaster_pid, report.postmaster_pid);
    assert.deepEqual(await ask(cluster.connection, "select one from kept"), [{ one: 1 }]);
    await cluster.stop();
    assert.equal(await processAlive(report.postmaster_pid), false);
  });

  test("EC5 EC15 a held data directory refuses a second start and a stop, and the holder goes on", async (t) => {
    const place = await newPlace(t);
    const { child, report } = await spawnHolder(place, {});
    const refused = (error: unknown) => {
      assert.ok(error instanceof ClusterError);
      assert.equal(error.code, "data_dir_in_use");
      assert.deepEqual(error.holder, { pid: child.pid, addresses: ADDRESSES });
      assert.ok(error.message.includes(`process ${child.pid} (${ADDRESSES})`), error.message);
      return true;
    };
    await Promise.all([
      assert.rejects(startEmbeddedCluster({ data_dir: place.data_dir, addresses: "another" }), refused),
      assert.rejects(stopEmbeddedCluster(place.data_dir), refused),
    ]);
    assert.deepEqual(await ask(report.connection, "select 1 as one"), [{ one: 1 }]);
    assert.equal(await processAlive(report.postmaster_pid), true);
  });

  test("EC5 of two first starts at once one gets the cluster and the other is told who", async (t) => {
    const place = await newPlace(t);
    const starts = await Promise.allSettled([started(place, { addresses: ADDRESSES }), started(place, { addresses: ADDRESSES })]);
    const won = starts.filter((start) => start.status === "fulfilled");
    const lost = starts.filter((start) => start.status === "rejected");
    assert.equal(won.length, 1);
    assert.ok(lost[0]?.reason instanceof ClusterError);
    assert.deepEqual(lost[0].reason.holder, { pid: process.pid, addresses: ADDRESSES });
    assert.deepEqual(await ask(won[0]!.value.connection, "select 1 as one"), [{ one: 1 }]);
  });

  test("EC15 the cluster of a killed owner can be stopped by anybody, and nothing happens where none runs", async (t) => {
    const place = await newPlace(t);
    const { child, report } = await spawnHolder(place, {});
    await killed(child);
    await stopEmbeddedCluster(place.data_dir);
    assert.equal(await processAlive(report.postmaster_pid), false);
    await stopEmbeddedCluster(place.data_dir);
    await stopEmbeddedCluster(place.folder);
  });
});
