"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";
import type { Operations, OperationsAccess } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";
import { type OperationsHistory, withReading } from "./history.ts";

/** How often the figures are read while the page is visible. Milliseconds. */
const READ_EVERY_MS = 2_000;

/** Whether this server tells its figures, and how. */
export function useOperationsAccess() {
  const { api } = useApi();
  return useQuery({
    queryKey: ["operations", "access"],
    queryFn: () => api.ask<OperationsAccess>(buildPath("operations_access", {})),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The figures, read again and again while the page is visible; what was refused is not asked for again. */
export function useOperations(token: string | null) {
  const { api } = useApi();
  const queries = useQueryClient();
  const session = useSession();
  const queryKey = ["operations", "figures", token];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
      const operations = await api.ask<Operations>(buildPath("operations", {}), { headers, signal });
      return withReading(queries.getQueryData<OperationsHistory>(queryKey), operations);
    },
    enabled: session.isSuccess,
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : READ_EVERY_MS),
  });
}

/** Whether the server has answered, and said no. */
export const isRefused = (error: Error | null): error is ApiError => error instanceof ApiError && error.problem.status < 500;
