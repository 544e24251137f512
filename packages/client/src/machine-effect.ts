import type { ClientMessage, TaskEvent } from "@wayfinder/protocol";
import type { LogLevel } from "./environment.ts";
import type { TimerName } from "./machine-input.ts";
import type { TransportName } from "./transport.ts";

/** Everything that a channel may do to the world, in order. */
export type MachineEffect =
  | {
      readonly type: "dial";
      readonly generation: number;
      readonly transport: TransportName;
      readonly url: string;
      readonly click: boolean;
    }
  /** Gives the present connection up; nothing of it is listened to any more. */
  | { readonly type: "hang_up" }
  | { readonly type: "send"; readonly message: ClientMessage }
  /** The present dial stayed connected: its token goes back to the bucket. */
  | { readonly type: "give_back" }
  /** Asks, and aborts what was asked before: there is one request at a time. */
  | { readonly type: "probe"; readonly url: string }
  | { readonly type: "refresh"; readonly url: string }
  | { readonly type: "ticket" }
  /** Ends the request under way: it has no answer. */
  | { readonly type: "abort" }
  /** Sets the timer anew, or with null clears it. */
  | { readonly type: "timer"; readonly timer: TimerName; readonly after_ms: number | null }
  | { readonly type: "deliver"; readonly event: TaskEvent }
  /** What was delivered so far belongs to another log: forget it. */
  | { readonly type: "reset" }
  | { readonly type: "log"; readonly level: LogLevel; readonly text: string }
  /** Nothing will ever be done again, and the connection is gone: let go of timers, requests and signals. */
  | { readonly type: "release" };
