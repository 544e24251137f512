/** The first bytes of a body, at most `limit` of them; the rest is not read. */
export async function limitedBody(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (response.body) {
    // leaving the loop cancels the stream, which ends the connection
    for await (const piece of response.body) {
      pieces.push(piece.subarray(0, limit - length));
      length += piece.length;
      if (length >= limit) break;
    }
  }
  return new Uint8Array(Buffer.concat(pieces));
}
