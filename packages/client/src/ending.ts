import { SOCKET_ROUTE, taskPath } from "@wayfinder/protocol/channel-route";
import type { FailureReason } from "./connection-state.ts";
import { socketUrl, withoutQuery } from "./dial-url.ts";
import { clearLineTimers, hangUp } from "./dialling.ts";
import type { Turn } from "./turn.ts";

/** How long the server's own close is awaited after the final event, in ms: it comes 1 s after it (CC 4000). */
const LINGER_MS = 3_000;

/** Gives up for good, says so once (CL6) and lets go of everything. `told_path` is the right path as the server told it. */
export function fail(turn: Turn, reason: FailureReason, told_path: string | null = null): void {
  const { url, task_id } = turn.state;
  hangUp(turn);
  const right_path = reason === "wrong_url" ? (told_path ?? pathUnlessSame(url, task_id)) : null;
  turn.become({ name: "failed", reason, right_path, next_try_at: null });
  const hint = right_path === null ? "" : `, the right path is ${right_path}`;
  turn.log(`[WS] Stopped (${reason.replaceAll("_", " ")}): ${withoutQuery(url)}${hint}`, "error");
  turn.emit({ type: "release" });
}

/** The path that this protocol would dial, or null if that is what was dialled: then the host or the port is wrong. */
function pathUnlessSame(url: string, task_id: string): string | null {
  const path = taskPath(SOCKET_ROUTE, task_id);
  return socketUrl(url)?.pathname === path ? null : path;
}

/** The log is complete (LG6). The connection lingers for the server's close, which then means nothing bad. */
export function finish(turn: Turn): void {
  clearLineTimers(turn);
  turn.become({ name: "done", next_try_at: null });
  turn.log("[WS] Finished");
  turn.setTimer("linger", LINGER_MS);
}
