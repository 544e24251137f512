import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { test, type TestContext } from "node:test";
import { FakeClock } from "@wayfinder/client/testing/fake-clock";
import type { LinkFault } from "./link-fault.ts";
import { seededRandom } from "./seeded-random.ts";
import { TcpProxy } from "./tcp-proxy.ts";

/** One end of a connection and what it heard. */
class End {
  readonly pieces: Buffer[] = [];
  closed = "";
  readonly socket: Socket;
  readonly ended: Promise<string>;
  #wake = (): void => {};
  constructor(socket: Socket) {
    this.socket = socket;
    let how = "end";
    const { promise, resolve } = Promise.withResolvers<string>();
    this.ended = promise;
    socket.on("data", (piece: Buffer) => {
      this.pieces.push(piece);
      this.#wake();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => (how = error.code ?? "error"));
    socket.on("close", () => {
      resolve((this.closed = how));
      this.#wake();
    });
  }
  get text(): string {
    return Buffer.concat(this.pieces).toString();
  }
  async heard(text: string): Promise<void> {
    while (this.text !== text && this.closed === "") await new Promise<void>((resolve) => (this.#wake = resolve));
    assert.equal(this.text, text);
  }
}

/** Lets whatever is under way on loopback arrive. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** A server behind a proxy; `dial` connects through it and answers both ends. */
async function behindProxy(t: TestContext, faultOf?: (nth: number) => LinkFault) {
  const server = createServer({ allowHalfOpen: false }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const clock = new FakeClock();
  const { port: target } = server.address() as AddressInfo;
  const proxy = await TcpProxy.open({ target, random: seededRandom(7), clock, ...(faultOf ? { faultOf } : {}) });
  const sockets: Socket[] = [];
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await proxy.close();
    server.close();
  });
  const dial = async () => {
    const taken = once(server, "connection") as Promise<[Socket]>;
    const near = new End(connect(proxy.port, "127.0.0.1"));
    const far = new End((await taken)[0]);
    sockets.push(near.socket, far.socket);
    return { near, far };
  };
  return { proxy, clock, dial };
}

test("CL2 the proxy without a fault passes bytes and ends both ways", async (t) => {
  const { dial, proxy } = await behindProxy(t);
  const { near, far } = await dial();
  near.socket.write("up");
  far.socket.write("down");
  await Promise.all([near.heard("down"), far.heard("up")]);
  near.socket.end();
  assert.deepEqual(await Promise.all([far.ended, near.ended]), ["end", "end"]);
  assert.deepEqual([proxy.taken, proxy.hits], [1, 0]);
});

for (const after of [0, 1, 5, 9]) {
  test(`CL2 the proxy cuts after byte ${after} of a direction: exactly so many arrive`, async (t) => {
    const { dial, proxy } = await behindProxy(t, (nth) => (nth === 0 ? { stop: { direction: "down", after, how: "end" } } : {}));
    const first = await dial();
    first.far.socket.write("0123456789");
    assert.equal(await first.near.ended, "end");
    assert.equal(first.near.text, "0123456789".slice(0, after));
    const second = await dial();
    second.far.socket.write("0123456789");
    await second.near.heard("0123456789");
    assert.equal(proxy.hits, 1);
  });
}

test("CL2 the proxy resets: one connection after a byte, all of them when told to", async (t) => {
  const { dial, proxy } = await behindProxy(t, (nth) => (nth === 0 ? { stop: { direction: "up", after: 2, how: "reset" } } : {}));
  const first = await dial();
  first.near.socket.write("abc");
  assert.equal(await first.near.ended, "ECONNRESET");
  const second = await dial();
  proxy.reset();
  assert.equal(await second.near.ended, "ECONNRESET");
  assert.equal(proxy.hits, 2);
});

test("CL11 the proxy stalls one direction: the other goes on, and an end is not told either", async (t) => {
  const { dial } = await behindProxy(t, () => ({ stop: { direction: "down", after: 3, how: "stall" } }));
  const { near, far } = await dial();
  far.socket.write("12345");
  await near.heard("123");
  near.socket.write("still here");
  await far.heard("still here");
  far.socket.destroy();
  await settle();
  assert.deepEqual([near.text, near.closed], ["123", ""]);
});

test("CL11 the proxy stalls both directions", async (t) => {
  const { dial } = await behindProxy(t, () => ({ stop: { direction: "down", after: 1, how: "stall", both: true } }));
  const { near, far } = await dial();
  far.socket.write("12");
  await near.heard("1");
  await settle();
  near.socket.write("nobody hears this");
  await settle();
  assert.deepEqual([near.text, far.text, near.closed, far.closed], ["1", "", "", ""]);
});

test("SD5 the proxy ends a stall: what was held arrives, then the end that nobody was told of", async (t) => {
  const { dial, proxy } = await behindProxy(t, () => ({ stop: { direction: "down", after: 3, how: "stall", both: true } }));
  const { near, far } = await dial();
  far.socket.write("12345");
  await near.heard("123");
  far.socket.end("678");
  await settle();
  assert.deepEqual([near.text, near.closed], ["123", ""]);
  proxy.set({});
  assert.equal(await near.ended, "end");
  assert.equal(near.text, "12345678");
});

test("CL5 the proxy refuses newcomers, keeps the others, and takes newcomers again on the same port", async (t) => {
  const { dial, proxy } = await behindProxy(t);
  const { near, far } = await dial();
  const { port } = proxy;
  proxy.refuse();
  assert.equal(await new End(connect(port, "127.0.0.1")).ended, "ECONNREFUSED");
  near.socket.write("still");
  await far.heard("still");
  await proxy.accept();
  assert.equal(proxy.port, port);
  await dial();
});

test("MS2 the proxy slices: many pieces, the same bytes", async (t) => {
  const { dial } = await behindProxy(t, () => ({ slice: [1, 7] }));
  const { near, far } = await dial();
  const text = "0123456789".repeat(30);
  far.socket.write(text);
  await near.heard(text);
  assert.ok(near.pieces.length > 10, `${near.pieces.length} pieces`);
});

test("SD4 the proxy delays by its clock, in order, and limits the rate", async (t) => {
  const { dial, clock, proxy } = await behindProxy(t, () => ({ latency_ms: 100, jitter_ms: 50 }));
  const { near, far } = await dial();
  far.socket.write("a");
  await settle();
  clock.advance(99);
  await settle();
  assert.equal(near.text, "");
  far.socket.write("b");
  await settle();
  for (let i = 0; i < 10; i++) {
    clock.advance(20);
    await settle();
  }
  assert.equal(near.text, "ab");
  proxy.set({ rate: 10, slice: [1, 1] });
  far.socket.write("cdef");
  await settle();
  assert.equal(near.text, "abc");
  clock.advance(100);
  await settle();
  assert.equal(near.text, "abcd");
});

test("SD4 a slow lane makes its sender wait: the proxy holds little", async (t) => {
  const { dial } = await behindProxy(t, () => ({ rate: 1, slice: [1, 1] }));
  const { far } = await dial();
  far.socket.write(Buffer.alloc(64 * 1024 * 1024));
  await settle();
  assert.ok(far.socket.writableLength > 0);
});

test("CL2 the same seed makes the same faults", () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    const fork = random.fork();
    return Array.from({ length: 20 }, () => [random.int(1, 7), fork.next()]);
  };
  assert.deepEqual(draw(5), draw(5));
  assert.notDeepEqual(draw(5), draw(6));
  assert.ok(draw(5).every(([n = 0, x = 0]) => n >= 1 && n <= 7 && x >= 0 && x < 1));
});
