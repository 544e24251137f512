"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";
import { isFinal } from "./is-final.ts";

/** How often the list is read while something is at work, in ms: the first few tasks tell of themselves, this is for the others. */
const READ_AGAIN_MS = 10_000;

/** The caller's tasks. */
export function useTasks() {
  const { api } = useApi();
  const session = useSession();
  const query = useQuery({
    queryKey: ["tasks"],
    queryFn: () => api.tasks(),
    enabled: session.isSuccess,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => !isFinal(status)) ? READ_AGAIN_MS : false),
  });
  const retry = () => void (session.isError ? session.refetch() : query.refetch());
  return { tasks: query.data, error: session.error ?? query.error, retry };
}
