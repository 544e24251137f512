"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Task, TaskStatus } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useRoadmapGenerationWs } from "@wayfinder/react";
import { useEffect } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { isFinal } from "./is-final.ts";

/** How a task stands: as its channel tells from now on, before that as the list has it. When it has ended, the list is read again. */
export function useLiveStatus(task: Task, isWatched: boolean): { status: TaskStatus; percent: number } {
  const { origin } = useApi();
  const queries = useQueryClient();
  const { task_id } = task;
  const url = isWatched ? origin.replace(/^http/, "ws") + buildPath("socket", { task_id }) : null;
  const { connection, snapshot } = useRoadmapGenerationWs({ url, task_id });
  const hasEnded = isWatched && (isFinal(snapshot.status) || connection.state === "done");
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: ["tasks"] });
  }, [hasEnded, queries]);
  const status = isWatched && snapshot.seq > 0 ? snapshot.status : task.status;
  return { status, percent: Math.max(task.percent, snapshot.percent) };
}
