import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Clock } from "@wayfinder/client";
import { Lane, type LaneOptions } from "./lane.ts";
import type { LinkFault, Stop } from "./link-fault.ts";
import type { Random } from "./seeded-random.ts";

export interface TcpProxyOptions {
  /** The port of 127.0.0.1 behind it, who says it for each newcomer, or the path of a socket. */
  readonly target: number | (() => number) | string;
  readonly random: Random;
  readonly clock: Clock;
  /** The fault of the `nth` connection, from 0, until `set` says something else. */
  readonly faultOf?: (nth: number) => LinkFault;
}

/** One proxied connection. */
interface Link {
  fault: LinkFault;
  readonly near: Socket;
  readonly far: Socket;
  readonly lanes: readonly [up: Lane, down: Lane];
}

const HEALTHY: LinkFault = {};

/** A TCP proxy on 127.0.0.1 that harms what passes through it, as it is told at any time. Every chance is the one handed in. */
export class TcpProxy {
  readonly #o: TcpProxyOptions;
  readonly #links = new Set<Link>();
  readonly #server: Server;
  #fault: LinkFault | null = null;
  #port = 0;
  /** Connections taken so far. */
  taken = 0;
  /** Stops and resets that really hit a connection. */
  hits = 0;

  private constructor(options: TcpProxyOptions) {
    this.#o = options;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => this.#join(near));
  }

  /** A proxy that listens on a port of its own. */
  static async open(options: TcpProxyOptions): Promise<TcpProxy> {
    const proxy = new TcpProxy(options);
    await proxy.accept();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** The fault of all connections, present and to come; a stall ends. */
  set(fault: LinkFault): void {
    this.#fault = fault;
    for (const link of this.#links) {
      link.fault = fault;
      for (const lane of link.lanes) lane.resume();
    }
  }

  /** Resets every connection. */
  reset(): void {
    for (const link of this.#links) {
      this.hits += 1;
      this.#end(link, "reset");
    }
  }

  /** Resets every connection towards the client; those behind it hear nothing of that and stay. */
  forsake(): void {
    for (const link of this.#links) {
      if (link.near.destroyed) continue;
      this.hits += 1;
      for (const lane of link.lanes) lane.stall();
      link.near.resetAndDestroy();
    }
  }

  /** Refuses newcomers from now on; the connections that are there stay. */
  refuse(): void {
    this.#server.close();
  }

  /** Takes newcomers, on the same port as ever. */
  async accept(): Promise<void> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends everything at once. */
  async close(): Promise<void> {
    for (const link of this.#links) this.#end(link, "reset");
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(near: Socket): void {
    const nth = this.taken++;
    const { target } = this.#o;
    const port = typeof target === "function" ? target() : target;
    const place = typeof port === "string" ? { path: port } : { port, host: "127.0.0.1" };
    const far = connect({ ...place, allowHalfOpen: true, noDelay: true });
    const { random, clock } = this.#o;
    const fault = () => link.fault;
    const onStop = (stop: Stop): void => this.#stop(link, stop);
    const lane = (more: Pick<LaneOptions, "from" | "to" | "direction">) =>
      new Lane({ ...more, fault, random: random.fork(), clock, onStop });
    const link: Link = {
      fault: this.#fault ?? this.#o.faultOf?.(nth) ?? HEALTHY,
      near,
      far,
      lanes: [lane({ from: near, to: far, direction: "up" }), lane({ from: far, to: near, direction: "down" })],
    };
    this.#links.add(link);
    near.on("close", () => this.#gone(link, 0));
    far.on("close", () => this.#gone(link, 1));
    for (const socket of [near, far]) socket.on("error", () => socket.destroy()); // `close` follows
  }

  /** One side has gone; where its lane stalls, the other side must not hear of it. */
  #gone(link: Link, lane: 0 | 1): void {
    if (!link.lanes[lane].stalled) this.#end(link, "end");
    if (link.near.destroyed && link.far.destroyed) this.#links.delete(link);
  }

  #stop(link: Link, { direction, how, both }: Stop): void {
    this.hits += 1;
    if (how !== "stall") return this.#end(link, how);
    for (const [i, lane] of link.lanes.entries()) if (both || i === (direction === "up" ? 0 : 1)) lane.stall();
  }

  /** With `end` what was passed on still arrives; a reset may overtake it. */
  #end(link: Link, how: "end" | "reset"): void {
    for (const lane of link.lanes) lane.close();
    for (const socket of [link.near, link.far]) {
      if (how === "end") socket.destroySoon();
      else if (socket === link.far && typeof this.#o.target === "string") socket.destroy(); // only TCP knows resets
      else socket.resetAndDestroy();
    }
  }
}
