"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Task, TaskStatus } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useRoadmapGenerationWs } from "@wayfinder/react";
import { useEffect } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { isFinal } from "./is-final.ts";

interface LiveStatus {
  readonly status: TaskStatus;
  readonly percent: number;
  readonly paused: Task["paused"];
}

/** How a task stands: as its channel tells from now on, before that as the list has it. When it has ended or pauses, the list is read again. */
export function useLiveStatus(task: Task, isWatched: boolean): LiveStatus {
  const { origin } = useApi();
  const queries = useQueryClient();
  const { task_id } = task;
  const url = isWatched ? origin.replace(/^http/, "ws") + buildPath("socket", { task_id }) : null;
  const { connection, snapshot } = useRoadmapGenerationWs({ url, task_id });
  const hasEnded = isWatched && (isFinal(snapshot.status) || connection.state === "done");
  const isTold = isWatched && snapshot.seq > 0;
  // what the list says holds until the log has told of a pause or of going on
  const isPaused = isTold && snapshot.paused !== undefined ? snapshot.paused !== null : task.paused !== undefined;
  const isOutdated = isPaused !== (task.paused !== undefined);
  useEffect(() => {
    if (hasEnded || isOutdated) void queries.invalidateQueries({ queryKey: ["tasks"] });
  }, [hasEnded, isOutdated, queries]);
  const status = isTold ? snapshot.status : task.status;
  // the log tells that it is paused, the list tells why
  const paused = isPaused && !isFinal(status) ? (task.paused ?? { reason: "user" as const, message: "" }) : undefined;
  return { status, percent: Math.max(task.percent, snapshot.percent), paused };
}
