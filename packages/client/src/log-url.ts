import { EVENTS_ROUTE, SOCKET_ROUTE, taskPath } from "@wayfinder/protocol/channel-route";
import { probeUrl } from "./dial-url.ts";

/** The log of the same task over HTTP (CL8), from the same place on. What stands before the path of the protocol is kept. */
export function logUrl(dialled: string, task_id: string): string {
  const target = new URL(probeUrl(dialled));
  const socket = taskPath(SOCKET_ROUTE, task_id);
  const prefix = target.pathname.endsWith(socket) ? target.pathname.slice(0, -socket.length) : "";
  target.pathname = prefix + taskPath(EVENTS_ROUTE, task_id);
  const searchParams = new URLSearchParams(target.search);
  target.search = "";
  for (const name of ["after", "epoch"]) {
    const value = searchParams.get(name);
    if (value !== null) target.searchParams.set(name, value);
  }
  return target.href;
}
