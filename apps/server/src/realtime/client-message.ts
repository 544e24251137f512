import type { Store } from "@wayfinder/engine";
import { ClientMessage, CLOSE } from "@wayfinder/protocol";
import type { Authority } from "./authority.ts";
import type { Pump } from "./pump.ts";

export interface Hearing {
  readonly pump: Pump;
  readonly task_id: string;
  /** Of a watcher that a ticket let in; a session has no limit that a ticket could move (HS9). */
  readonly authority: Authority | null;
  readonly store: Pick<Store, "getTask">;
  readonly onError: (error: unknown) => void;
}

/** What a client may say (MS5); anything else ends the connection. The returned function is given each message's text. */
export function createHearing({ pump, task_id, authority, store, onError }: Hearing): (text: string) => void {
  let asking = false;

  /** One question at a time: a client that asks without end gets the answer to its latest. */
  async function tellStatus(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      const task = await store.getTask({ task_id });
      if (task) pump.control({ type: "status", task_id, status: task.status, head: task.head });
    } finally {
      asking = false;
    }
  }

  return (text) => {
    const message = readMessage(text);
    if (!message) return pump.beginClose(CLOSE.bad_message);
    switch (message.type) {
      case "ack":
        return pump.ack(message.seq);
      case "ping":
        return pump.control({ type: "pong", task_id, head: pump.head });
      case "get_status":
        return void tellStatus().catch(onError);
      case "auth":
        return authority?.renew(message.ticket);
    }
  };
}

/** A client's message, or null for anything else. */
export function readMessage(text: string): ClientMessage | null {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
