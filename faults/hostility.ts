import { OPCODE, rawFrame, type RawFrame } from "./raw-frame.ts";
import type { Random } from "./seeded-random.ts";
import { RawPeer, type RawTarget } from "./raw-peer.ts";

/** One way to misbehave; resolves to what was wrong with the answer, or null. */
export interface Hostility {
  readonly name: string;
  readonly act: (target: RawTarget, random: Random) => Promise<string | null>;
}

const text = (words: string): RawFrame => ({ opcode: OPCODE.text, payload: Buffer.from(words) });
/** MS5: a longer message is closed with 1009. */
const OVERSIZE = 4 * 1024 + 1;
const PINGS = 2_000;
/** A pong without a payload. */
const PONG_BYTES = 2;

/** Right handshake, then these frames: the server has to close with the code. */
const closed = (name: string, code: number, frames: (random: Random) => readonly RawFrame[]): Hostility => ({
  name,
  async act(target, random) {
    const peer = await RawPeer.watch(target);
    peer.socket.write(Buffer.concat(frames(random).map(rawFrame)));
    const got = await peer.closeCode();
    peer.leave();
    return got === code ? null : `${name}: closed with ${got}, not ${code}`;
  },
});

const garbage = (random: Random, length: number): Buffer => Buffer.from(Array.from({ length }, () => random.int(0, 255)));

const FRAMES: readonly Hostility[] = [
  closed("text that is no JSON", 4400, () => [text("hello?")]),
  closed("JSON that is no message", 4400, () => [text('{"type":"append","seq":1}')]),
  closed("a binary message", 4400, (random) => [{ opcode: OPCODE.binary, payload: garbage(random, 100) }]),
  closed("an ack of what was not sent", 4400, () => [text('{"type":"ack","seq":1000000}')]),
  closed("a seq that is no number", 4400, () => [text('{"type":"ack","seq":{"__proto__":[]}}')]),
  closed("an oversize message", 1009, () => [{ opcode: OPCODE.text, payload: Buffer.alloc(OVERSIZE, "x") }]),
  closed("a length of 2^40", 1009, () => [{ ...text("x"), told_length: 2 ** 40 }]),
  closed("an oversize message in fragments", 1009, (random) => [
    { opcode: OPCODE.text, payload: garbage(random, 3_000), fin: false },
    { opcode: OPCODE.continuation, payload: garbage(random, 3_000), fin: false },
  ]),
  closed("fragments of garbage", 4400, () => [
    { ...text("{"), fin: false },
    { opcode: OPCODE.ping },
    { ...text("}}"), opcode: OPCODE.continuation },
  ]),
  closed("a continuation of nothing", 1002, () => [{ ...text("{}"), opcode: OPCODE.continuation }]),
  closed("an unmasked frame", 1002, () => [{ ...text('{"type":"ping"}'), masked: false }]),
  closed("reserved bits", 1002, (random) => [{ ...text('{"type":"ping"}'), reserved: random.int(1, 7) }]),
  closed("a reserved opcode", 1002, () => [{ opcode: OPCODE.reserved }]),
  closed("a fragmented ping", 1002, () => [{ opcode: OPCODE.ping, fin: false }]),
  closed("a ping of 126 bytes", 1002, () => [{ opcode: OPCODE.ping, payload: Buffer.alloc(126) }]),
  closed("a close code that nobody may send", 1002, () => [{ opcode: OPCODE.close, payload: Buffer.from([0, 1]) }]),
  closed("invalid UTF-8", 1007, () => [{ opcode: OPCODE.text, payload: Buffer.from([0xc3, 0x28, 0xff]) }]),
];

const BYTES: readonly Hostility[] = [
  {
    name: "random bytes for a request",
    async act({ port }, random) {
      const peer = await RawPeer.connect(port);
      peer.socket.end(garbage(random, random.int(1, 3_000)));
      await peer.ended();
      return peer.status === 101 ? "random bytes were taken for a handshake" : null;
    },
  },
  {
    name: "random bytes for frames",
    async act(target, random) {
      const peer = await RawPeer.watch(target);
      peer.socket.end(garbage(random, 20_000));
      await peer.ended();
      return null; // whatever the bytes mean: the server ends it and lives
    },
  },
  {
    name: "a handshake cut short",
    async act({ port, task_id }) {
      const peer = await RawPeer.connect(port);
      peer.socket.write(`GET /api/v1/ws/${task_id} HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websoc`);
      peer.leave();
      return null;
    },
  },
  {
    name: "a reset within the handshake",
    async act({ port, task_id, cookie }) {
      const peer = await RawPeer.connect(port);
      const lines = [
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        `Cookie: ${cookie}`,
        "Host: localhost",
      ];
      peer.socket.write(
        `GET /api/v1/ws/${task_id} HTTP/1.1\r\n${lines.join("\r\n")}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      peer.socket.resetAndDestroy();
      return null;
    },
  },
  {
    name: "a flood of pings",
    async act(target) {
      const peer = await RawPeer.watch(target);
      const before = peer.heard;
      peer.socket.write(Buffer.concat(Array.from({ length: PINGS }, () => rawFrame({ opcode: OPCODE.ping }))));
      await peer.hears(before + PINGS * PONG_BYTES);
      peer.leave();
      return null; // each is answered, or the connection is cut when too many wait for their answer
    },
  },
  {
    name: "questions without end",
    async act(target) {
      const peer = await RawPeer.watch(target);
      const before = peer.heard;
      peer.socket.write(Buffer.concat(Array.from({ length: PINGS }, () => rawFrame(text('{"type":"get_status"}')))));
      await peer.hears(before + 1);
      const open = !peer.socket.destroyed;
      peer.leave();
      return open ? null : "a person who asks often was closed";
    },
  },
];

/** Everything that a stranger may send instead of what the protocol says. */
export const HOSTILITIES: readonly Hostility[] = [...FRAMES, ...BYTES];
