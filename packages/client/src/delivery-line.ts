import type { TaskEvent } from "@wayfinder/protocol";
import type { LogLevel } from "./environment.ts";

/** A type is printed up to here: the console is no place for a hostile megabyte. */
const LONGEST_TYPE = 64;

/** The console line of one event delivered (CL10). */
export function deliveryLine({ type }: TaskEvent): { text: string; level: LogLevel } {
  return { text: `[WS] Message: ${type.slice(0, LONGEST_TYPE)}`, level: type === "content_delta" ? "debug" : "log" };
}
