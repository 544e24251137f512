import { once } from "node:events";
import type { TaskEvent } from "@wayfinder/protocol";
import { WebSocket } from "ws";
import type { RawTarget } from "./raw-peer.ts";

/** A watcher of a few lines, as a stranger writes it: it reads, and never acknowledges. */
export class PlainWatcher {
  readonly delivered: TaskEvent[] = [];
  readonly #target: RawTarget;
  #epoch = "";
  #socket: WebSocket | null = null;

  constructor(target: RawTarget) {
    this.#target = target;
  }

  /** Dials from the last event on; resolves when the server has said its first words. */
  async dial(): Promise<void> {
    const { port, task_id, cookie } = this.#target;
    const place = this.#epoch === "" ? "" : `&after=${this.delivered.at(-1)?.seq ?? 0}&epoch=${this.#epoch}`;
    const url = `ws://127.0.0.1:${port}/api/v1/ws/${task_id}?include_history=true${place}`;
    const socket = (this.#socket = new WebSocket(url, { headers: { cookie } }));
    socket.on("error", () => {}); // `close` follows
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as TaskEvent | { type: "connected"; epoch: string };
      if (message.type === "connected") this.#epoch = message.epoch;
      else if ("seq" in message) this.delivered.push(message);
    });
    await once(socket, "message");
  }

  /** Reads nothing more, so that the kernel's buffers fill. */
  pause(): void {
    this.#socket?.pause();
  }

  /** Reads what is left; resolves with the close code. */
  async close(): Promise<number> {
    const socket = this.#socket;
    if (socket === null || socket.readyState === WebSocket.CLOSED) return 1006;
    const closed = once(socket, "close") as Promise<[number]>;
    socket.resume();
    return (await closed)[0];
  }
}
