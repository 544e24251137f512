import type { TaskEvent } from "@wayfinder/protocol";
import type { Fetch } from "./environment.ts";

/** A page of the log, as the server answers a plain request for it. */
export interface LogPage {
  readonly events: readonly TaskEvent[];
  readonly head: number;
  readonly epoch: string;
}

export interface Reading {
  readonly fetch: Fetch;
  readonly url: string;
  readonly signal: AbortSignal;
}

/** One JSON object over HTTP. Throws unless the answer is one. */
export async function readJson({ fetch, url, signal }: Reading): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { credentials: "include", cache: "no-store", signal });
  if (answer.ok) return (await answer.json()) as Record<string, unknown>;
  await answer.body?.cancel();
  throw new Error(`The log answered ${answer.status}`);
}

/** One page of the log. Throws unless the answer is one. */
export async function readLogPage(reading: Reading): Promise<LogPage> {
  const page = await readJson(reading);
  const { events, head, epoch } = page;
  if (!Array.isArray(events) || !Number.isSafeInteger(head) || typeof epoch !== "string") throw new Error("No page of a log");
  return page as unknown as LogPage;
}
