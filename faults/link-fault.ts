/** Seen from the client: `up` goes to the server, `down` comes from it. */
export type Direction = "up" | "down";

/** What is wrong with a connection. Nothing of it: bytes pass as they come. */
export interface LinkFault {
  /** Every byte comes so much later, in ms; the order stays. */
  readonly latency_ms?: number;
  /** Up to so much more, in ms. */
  readonly jitter_ms?: number;
  /** At most so many bytes a second in each direction; the sender feels it. */
  readonly rate?: number;
  /** Bytes go on in pieces of so many, from least to most, one a turn of the event loop. */
  readonly slice?: readonly [least: number, most: number];
  /** What happens after byte `after` of a direction. */
  readonly stop?: Stop;
}

/** `end`: the receiver gets exactly those bytes, then an end; `reset`: then a reset; `stall`: then nothing, the connection stays. */
export interface Stop {
  readonly direction: Direction;
  readonly after: number;
  readonly how: "end" | "reset" | "stall";
  /** Whether a stall holds the other direction, too. */
  readonly both?: boolean;
}
