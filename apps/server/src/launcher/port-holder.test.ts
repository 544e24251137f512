import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { findPortHolder, listeningInodes } from "./port-holder.ts";

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0
   1: 0100007F:1F40 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20 4 30 10 -1
   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0
`;

test("API Starting: only listening sockets of the port count", () => {
  assert.deepEqual(listeningInodes(TABLE, 8000), ["4711"]);
  assert.deepEqual(listeningInodes(TABLE, 80), ["4713"]);
  assert.deepEqual(listeningInodes(TABLE, 8001), []);
});

test("API Starting: the holder of a port is named by pid and command", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const holder = await findPortHolder((server.address() as AddressInfo).port);
  server.close();
  // Elsewhere the system has no such table, and the sentence goes without a name.
  if (process.platform !== "linux") return assert.equal(holder, undefined);
  assert.equal(holder?.pid, process.pid);
  assert.match(holder?.command ?? "", /node/);
});
