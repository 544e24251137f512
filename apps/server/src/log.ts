import pino, { type Logger } from "pino";

/** The process's logger: JSON lines on stdout. Query strings are cut, since they can hold a ticket (HS4). */
export const createLog = (level: string): Logger =>
  pino({
    level,
    redact: ["req.headers.cookie", "req.headers.authorization", "req.headers['sec-websocket-protocol']"],
  });
