"use client";

import { useQuery } from "@tanstack/react-query";
import type { Roadmap } from "@wayfinder/protocol";
import { useMemo } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";
import { indexRoadmap } from "./roadmap-index.ts";

/** How often a roadmap whose content is still being written is read again, in ms. */
const READ_AGAIN_MS = 5_000;

/** A roadmap with its index, read again while its content is being written. */
export function useRoadmap(roadmap_id: string) {
  const { api } = useApi();
  const session = useSession();
  const query = useQuery({
    queryKey: ["roadmap", roadmap_id],
    queryFn: () => api.roadmap(roadmap_id),
    enabled: session.isSuccess,
    refetchInterval: ({ state }) => (state.data && isBeingWritten(state.data) ? READ_AGAIN_MS : false),
  });
  const roadmap = query.data;
  const index = useMemo(() => roadmap && indexRoadmap(roadmap), [roadmap]);
  const retry = () => void (session.isError ? session.refetch() : query.refetch());
  return { roadmap, index, error: session.error ?? query.error, retry };
}

/** How many concepts have all their content, lack some for now, or lack some for good. */
export function contentCount({ stages }: Pick<Roadmap, "stages">): { ready: number; failed: number; total: number } {
  const states = stages.flatMap((stage) =>
    stage.modules.flatMap((module) =>
      module.concepts.map(({ content }) => [content.tutorial.status, content.resources.status, content.quiz.status]),
    ),
  );
  return {
    ready: states.filter((state) => state.every((status) => status === "ready")).length,
    failed: states.filter((state) => state.includes("failed")).length,
    total: states.length,
  };
}

function isBeingWritten(roadmap: Roadmap): boolean {
  const { ready, failed, total } = contentCount(roadmap);
  return ready + failed < total;
}
