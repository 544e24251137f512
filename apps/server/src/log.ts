import pino, { type DestinationStream, type Logger } from "pino";

/** Where a slip would put a key: beside what it belongs to, or one or two levels below. */
const KEYS = ["api_key", "own_key", "sealed_key", "secret_key"].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** The process's logger: JSON lines on stdout by default. Requests are not logged, so no query string with a ticket is (HS4). */
export const createLog = (level: string, to: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      redact: ["req.headers.cookie", "req.headers.authorization", "req.headers['sec-websocket-protocol']", ...KEYS],
    },
    to,
  );
