/** What of a frame may be wrong; the rest is as RFC 6455 has it. */
export interface RawFrame {
  readonly opcode: number;
  readonly payload?: Buffer;
  /** Whether this is the last frame of its message; it is without it. */
  readonly fin?: boolean;
  /** The three reserved bits. */
  readonly reserved?: number;
  readonly masked?: boolean;
  /** The length that is told instead of the true one. */
  readonly told_length?: number;
}

/** Opcodes of RFC 6455, section 5.2. */
export const OPCODE = { continuation: 0, text: 1, binary: 2, reserved: 3, close: 8, ping: 9 } as const;

const FIN = 0x80;
const MASKED = 0x80;
const LONGEST_SHORT = 125;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** A frame of a client, right or wrong. The mask is 0, so the payload stands there as it is. */
export function rawFrame({
  opcode,
  payload = Buffer.alloc(0),
  fin = true,
  reserved = 0,
  masked = true,
  ...more
}: RawFrame): Buffer {
  const length = more.told_length ?? payload.length;
  const mask = masked ? MASKED : 0;
  const first = (fin ? FIN : 0) | (reserved << 4) | opcode;
  const head = Buffer.alloc(length <= LONGEST_SHORT ? 2 : 10);
  head[0] = first;
  head[1] = mask | (length <= LONGEST_SHORT ? length : EIGHT_BYTES);
  if (length > LONGEST_SHORT) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), payload]);
}

/** The code of the close frame among the frames of a server, or null when there is none. 1005: a close frame without a code. */
export function closeCodeIn(bytes: Buffer): number | null {
  for (let at = 0; at + 2 <= bytes.length;) {
    const opcode = (bytes[at] ?? 0) & 0xf;
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const head = short === EIGHT_BYTES ? 10 : short === TWO_BYTES ? 4 : 2;
    if (at + head > bytes.length) return null;
    const length =
      short === EIGHT_BYTES ? Number(bytes.readBigUInt64BE(at + 2)) : short === TWO_BYTES ? bytes.readUInt16BE(at + 2) : short;
    if (opcode === OPCODE.close) return length < 2 ? 1005 : bytes.readUInt16BE(at + head);
    at += head + length;
  }
  return null;
}
