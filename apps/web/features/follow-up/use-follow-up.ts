"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { buildPath } from "@wayfinder/protocol/route";
import { useRoadmapGenerationWs } from "@wayfinder/react";
import { useEffect } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { followUpView, type FollowUpView, isOver } from "./follow-up-view.ts";

/** A later task that is watched. */
export interface FollowUp {
  readonly task_id: string | null;
  /** How it stands; null while there is no task. */
  readonly view: FollowUpView | null;
  /** Whether more is to come. */
  readonly isAtWork: boolean;
  cancel(): void;
  readonly isCancelling: boolean;
}

/** Watches a later task of a roadmap over its channel. When it has ended, the queries that begin with one of `stale` are read again. */
export function useFollowUp(task_id: string | null, stale: readonly string[]): FollowUp {
  const { api, origin } = useApi();
  const queries = useQueryClient();
  const url =
    task_id === null ? null : `${origin.replace(/^http/, "ws")}${buildPath("socket", { task_id })}?include_history=true`;
  const channel = useRoadmapGenerationWs({ url, task_id: task_id ?? "" });
  const view = task_id === null ? null : followUpView(channel);
  const hasEnded = view !== null && isOver(view);
  const keys = stale.join(" ");
  useEffect(() => {
    if (!hasEnded) return;
    const wanted = keys.split(" ");
    void queries.invalidateQueries({ predicate: ({ queryKey }) => wanted.includes(String(queryKey[0])) });
  }, [hasEnded, task_id, keys, queries]);
  const cancel = useMutation({ mutationFn: (id: string) => api.cancel(id) });
  return {
    task_id,
    view,
    isAtWork: view !== null && !hasEnded,
    cancel: () => {
      if (task_id !== null) cancel.mutate(task_id);
    },
    isCancelling: cancel.isPending,
  };
}
