import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { addressesOf, portIsFree, takenPortSentence } from "./taken-port.ts";

test("API Starting: a port with a listener is not free, and is again afterwards", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  assert.equal(await portIsFree(port, addressesOf("127.0.0.1")), false);
  await new Promise((resolve) => server.close(resolve));
  assert.equal(await portIsFree(port, addressesOf("127.0.0.1")), true);
});

test("API Starting: the sentence names the holder and the variable", () => {
  const taken = { variable: "WEB_PORT", port: 3000, holder: { pid: 7, command: "python3 -m http.server 3000" } } as const;
  assert.equal(
    takenPortSentence(taken),
    "Port 3000 is taken by process 7 (python3 -m http.server 3000). Stop it, or set WEB_PORT to another port.",
  );
  assert.match(takenPortSentence({ ...taken, holder: undefined }), /taken by another program/);
});
