"use client";

import { useQuery } from "@tanstack/react-query";
import type { Change } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";

/** The changes of a roadmap that were asked for in words, the newest first. What they would do depends on its version. */
export function useChanges({ roadmap_id, version }: { roadmap_id: string; version: number }) {
  const { api } = useApi();
  return useQuery({
    queryKey: ["changes", roadmap_id, version],
    queryFn: async () => (await api.ask<{ changes: Change[] }>(buildPath("changes", { roadmap_id }))).changes,
    placeholderData: (before) => before,
  });
}
