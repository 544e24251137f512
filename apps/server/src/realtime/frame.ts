/** First byte of an unfragmented text frame (RFC 6455, 5.2). */
const TEXT_FIN = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** A WebSocket text frame, unmasked as servers send it, ready to be written to any number of sockets (SD3). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = TEXT_FIN;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header);
  return frame;
}
