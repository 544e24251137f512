import assert from "node:assert/strict";
import { test } from "node:test";
import { webSocketTransport } from "./web-socket-transport.ts";

class CloseEvent extends Event {
  readonly code = 4500;
}

/** A WebSocket that the test drives. */
class FakeSocket extends EventTarget {
  static last: FakeSocket;
  readyState = 0;
  readonly sent: string[] = [];
  readonly closed_with: (number | undefined)[] = [];
  readonly url: string;
  readonly protocols: string[];

  constructor(url: string, protocols: string[]) {
    super();
    this.url = url;
    this.protocols = protocols;
    FakeSocket.last = this;
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(code?: number): void {
    this.closed_with.push(code);
  }
}

function openSocket() {
  const heard: string[] = [];
  const connection = webSocketTransport(FakeSocket as never).open(
    { url: "ws://a.test/x", protocols: ["task.v1"] },
    {
      opened: () => heard.push("opened"),
      message: (data) => heard.push(`message ${String(data)}`),
      closed: (code) => heard.push(`closed ${code}`),
    },
  );
  return { heard, connection, socket: FakeSocket.last };
}

test("HS5 it offers the protocol's version", () => {
  const { socket } = openSocket();
  assert.deepEqual([socket.url, socket.protocols], ["ws://a.test/x", ["task.v1"]]);
});

test("CL9 it tells opened, messages and one close, and then nothing", () => {
  const { heard, socket } = openSocket();
  const events = () => {
    socket.dispatchEvent(new Event("open"));
    socket.dispatchEvent(new MessageEvent("message", { data: "hello" }));
    socket.dispatchEvent(new Event("error"));
    socket.dispatchEvent(new CloseEvent("close"));
  };
  events();
  events();
  assert.deepEqual(heard, ["opened", "message hello", "closed 4500"]);
});

test("CL2 after close() nothing of it is heard", () => {
  const { heard, socket, connection } = openSocket();
  connection.close();
  for (const event of [new Event("open"), new MessageEvent("message"), new CloseEvent("close")]) socket.dispatchEvent(event);
  assert.deepEqual([heard, socket.closed_with], [[], [1000]]);
});

test("MS5 it sends only while open", () => {
  const { connection, socket } = openSocket();
  for (const [state, text] of ["connecting", "open", "closing", "closed"].entries()) {
    socket.readyState = state;
    connection.send(text);
  }
  assert.deepEqual(socket.sent, ["open"]);
});
