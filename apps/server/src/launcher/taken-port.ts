import { once } from "node:events";
import { createServer } from "node:net";
import { findPortHolder, type PortHolder } from "./port-holder.ts";

/** A port we wanted and somebody else has. */
export interface TakenPort {
  /** The variable that names the port. */
  readonly variable: "API_PORT" | "WEB_PORT";
  readonly port: number;
  readonly holder: PortHolder | undefined;
}

/** A browser's `localhost` may mean either loopback address, so a stranger on the other one is in the way too. */
export function addressesOf(host: string): string[] {
  return host === "127.0.0.1" || host === "localhost" ? ["127.0.0.1", "::1"] : [host];
}

/** Whether nobody listens on the port of any of these addresses. */
export async function portIsFree(port: number, addresses: readonly string[]): Promise<boolean> {
  const free = await Promise.all(addresses.map((address) => canListen(port, address)));
  return free.every(Boolean);
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, host), "listening");
    return true;
  } catch (error) {
    // Any other refusal (no IPv6, no right to a low port) is for the process that really listens to tell.
    return (error as NodeJS.ErrnoException).code !== "EADDRINUSE";
  } finally {
    server.close();
  }
}

/** The port as taken, with its holder where that can be seen. */
export async function describeTakenPort(variable: TakenPort["variable"], port: number): Promise<TakenPort> {
  return { variable, port, holder: await findPortHolder(port) };
}

/** One sentence for the person: who has it and what to do. */
export function takenPortSentence({ variable, port, holder }: TakenPort): string {
  const who = holder === undefined ? "another program" : `process ${holder.pid} (${holder.command})`;
  return `Port ${port} is taken by ${who}. Stop it, or set ${variable} to another port.`;
}
