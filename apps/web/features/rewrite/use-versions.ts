"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ContentVersionView } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import type { Unit } from "./unit.ts";

/** The versions of a unit, the newest first, and the way back to an older one. */
export function useVersions(unit: Unit) {
  const { api } = useApi();
  const queries = useQueryClient();
  const { roadmap_id, concept_id, kind } = unit;
  const query = useQuery({
    queryKey: ["versions", roadmap_id, concept_id, kind],
    queryFn: async () =>
      (await api.ask<{ versions: ContentVersionView[] }>(buildPath("content_versions", { roadmap_id, concept_id, kind })))
        .versions,
  });
  const restore = useMutation({
    mutationFn: (version: number) =>
      api.ask<{ version: number }>(buildPath("content_restore", { roadmap_id, concept_id, kind, version: String(version) }), {
        method: "POST",
      }),
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ["versions", "concept"].includes(String(queryKey[0])) }),
  });
  return { query, restore };
}
