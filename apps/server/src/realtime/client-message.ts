import type { TaskRecord } from "@wayfinder/engine";
import { ClientMessage, CLOSE } from "@wayfinder/protocol";
import type { Pump } from "./pump.ts";

/** What a client may say (MS5); anything else ends the connection. */
export function hearClient(pump: Pump, task: TaskRecord, text: string): void {
  const message = readMessage(text);
  if (!message) return pump.beginClose(CLOSE.bad_message);
  switch (message.type) {
    case "ack":
      return pump.ack(message.seq);
    case "ping":
      return pump.control({ type: "pong", task_id: task.task_id, head: pump.head });
    case "get_status":
      return pump.control({ type: "status", task_id: task.task_id, status: task.status, head: pump.head });
    case "auth":
      return; // the connection is signed in already; a ticket in band matters only when it is about to expire
  }
}

function readMessage(text: string): ClientMessage | null {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
