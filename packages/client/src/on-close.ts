import { isOver } from "./connection-state.ts";
import { actionAfterClose } from "@wayfinder/protocol/close-code";
import { refreshOrStop, startProbe } from "./asking.ts";
import { dropLine, hangUp } from "./dialling.ts";
import { fail } from "./ending.ts";
import { reasonOfClose } from "./failure.ts";
import type { Line } from "./machine-state.ts";
import type { Turn } from "./turn.ts";
import { trouble } from "./waiting.ts";

/** A close that says nothing: if an `error` came before it, that one tells what was meant. */
const isSilent = (code: number): boolean => code === 1005 || code === 1006;

/** The present connection closed. */
export function onClosed(turn: Turn, code: number): void {
  const { line, name } = turn.state;
  if (line === null) return;
  dropLine(turn);
  if (isOver(name)) return turn.emit({ type: "release" });
  turn.log(`[WS] Connection closed (${code})`);
  if (line.opened) act(turn, line, line.warning !== null && isSilent(code) ? line.warning.code : code);
  else startProbe(turn);
}

/** No `connected` in time (CL11): an `error` that was told counts as the close it announced, else ask over HTTP. */
export function onConnectTimeout(turn: Turn): void {
  const { line } = turn.state;
  if (line === null || line.connected) return;
  hangUp(turn);
  turn.log("[WS] Connection lost (no answer)");
  if (line.warning === null) startProbe(turn);
  else act(turn, line, line.warning.code);
}

/** What a close code says (CC). `finished` without the final event is an accident: completion is never inferred (LG6). */
function act(turn: Turn, { warning }: Line, code: number): void {
  const after_ms = warning?.after_ms ?? 0;
  switch (actionAfterClose(code)) {
    case "stop":
      return fail(turn, reasonOfClose(code), warning?.path);
    case "refresh":
      return refreshOrStop(turn);
    case "probe":
      return startProbe(turn);
    case "retry": {
      const free = !turn.state.restarted;
      turn.become({ restarted: true });
      return trouble(turn, { after_ms, free });
    }
    default:
      return trouble(turn, { after_ms });
  }
}
