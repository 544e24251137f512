/** First byte of an unfragmented text frame (RFC 6455, 5.2). */
const TEXT_FIN = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** Bytes before the text of a frame of `length` bytes of text. */
export const headerSize = (length: number): number => (length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10);

/** Writes the beginning of an unmasked text frame, as servers send it, at `at`. */
export function writeHeader(target: Buffer, at: number, length: number): void {
  target[at] = TEXT_FIN;
  if (length < LENGTH_16) target[at + 1] = length;
  else if (length < 0x1_0000) {
    target[at + 1] = LENGTH_16;
    target.writeUInt16BE(length, at + 2);
  } else {
    target[at + 1] = LENGTH_64;
    target.writeBigUInt64BE(BigInt(length), at + 2);
  }
}

/** A WebSocket text frame of its own, ready to be written to any number of sockets (SD3). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = headerSize(length);
  const frame = Buffer.allocUnsafe(header + length);
  writeHeader(frame, 0, length);
  frame.write(text, header);
  return frame;
}
