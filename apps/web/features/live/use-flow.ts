"use client";

import type { ConnectionState } from "@wayfinder/client";
import type { TaskStatus } from "@wayfinder/protocol";
import { useState } from "react";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { connectionWord } from "./connection-view.ts";

/**
 * Whether the page flows, each column as high as what is in it, instead of filling the window: for a review, and for a task that had ended
 * when it was opened. One that ends while it is watched stays as it is, so that nothing jumps.
 */
export function useFlow(status: TaskStatus, connection: ConnectionState): boolean {
  const [isWatched, setWatched] = useState(false);
  const isAtWork = status === "queued" || status === "running";
  if (!isWatched && isAtWork && connectionWord(connection) === "live") setWatched(true);
  return status === "waiting_for_review" || (isFinal(status) && !isWatched);
}
