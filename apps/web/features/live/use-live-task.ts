"use client";

import { useQuery } from "@tanstack/react-query";
import { buildPath } from "@wayfinder/protocol/route";
import { useRoadmapGenerationWs } from "@wayfinder/react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";
import { hasBeenHeard } from "./connection-view.ts";

/** A task as its channel tells it, and what only the API knows: what it is for, the goal as it was typed, the language, the source. */
export function useLiveTask(task_id: string) {
  const { api, origin } = useApi();
  const session = useSession();
  // The cookie must be there before the socket dials. If there is none to be had, the channel finds out why.
  const isReady = session.isSuccess || session.isError;
  const url = isReady ? `${origin.replace(/^http/, "ws")}${buildPath("socket", { task_id })}?include_history=true` : null;
  const channel = useRoadmapGenerationWs({ url, task_id });
  const { data: task, isPending } = useQuery({
    queryKey: ["task", task_id],
    queryFn: () => api.task(task_id),
    // What the channel was refused, the API would refuse too.
    enabled: session.isSuccess && hasBeenHeard(channel.connection),
    // Goal, language and source never change; the rest is told by the channel.
    staleTime: Number.POSITIVE_INFINITY,
  });
  // without a session nothing is asked, and nothing is waited for
  return { channel, task, isPending: isPending && !session.isError };
}
