"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";
import { isMoving, listingOf } from "./listing.ts";

/** How often the list is read while a task is at work, in milliseconds; its own page is live. */
const READ_AGAIN_MS = 3_000;

/** The caller's tasks and roadmaps, read again while something moves. */
export function useListing() {
  const { api } = useApi();
  const session = useSession();
  const query = useQuery({
    queryKey: ["listing"],
    queryFn: async () => {
      const [tasks, roadmaps] = await Promise.all([api.tasks(), api.roadmaps()]);
      return { ...listingOf(tasks, roadmaps), moving: isMoving(tasks) };
    },
    enabled: session.isSuccess,
    refetchInterval: ({ state }) => (state.data?.moving ? READ_AGAIN_MS : false),
  });
  const retry = () => void (session.isError ? session.refetch() : query.refetch());
  return { listing: query.data, error: session.error ?? query.error, retry };
}
