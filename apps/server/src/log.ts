import pino, { type Logger } from "pino";

/** The process's logger: JSON lines on stdout. Requests are not logged, so no query string with a ticket is (HS4). */
export const createLog = (level: string): Logger =>
  pino({
    level,
    redact: ["req.headers.cookie", "req.headers.authorization", "req.headers['sec-websocket-protocol']"],
  });
