import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { WebSocket, WebSocketServer } from "ws";
import { textFrame } from "./frame.ts";

test("SD3 frames of every length class are read by a WebSocket client", async () => {
  const texts = ["", "a", "x".repeat(125), "y".repeat(126), "汉".repeat(30_000), "z".repeat(70_000)];
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer();
  server.on("upgrade", (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      socket.write(Buffer.concat(texts.map(textFrame)));
      ws.close(1000);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: string[] = [];
  client.on("message", (data) => heard.push(String(data)));
  const code = await new Promise((resolve) => client.on("close", resolve));
  server.close();
  assert.equal(code, 1000);
  assert.deepEqual(heard, texts);
});
