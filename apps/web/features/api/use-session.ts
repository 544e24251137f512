"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "./api-provider.tsx";

function useSessionOptions() {
  const { api } = useApi();
  return {
    queryKey: ["session"],
    queryFn: () => api.session(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  } as const;
}

/** The guest session, asked for on load; queries of one's own things wait for its success. */
export function useSession() {
  return useQuery(useSessionOptions());
}

/** Resolves when there is a session, asking once more if the first try failed. */
export function useEnsureSession(): () => Promise<unknown> {
  const queries = useQueryClient();
  const options = useSessionOptions();
  return () => queries.ensureQueryData(options);
}
