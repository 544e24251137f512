"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConceptPage } from "@wayfinder/protocol";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";

/** How often a concept whose content is still being written is read again, in ms. */
const READ_AGAIN_MS = 4_000;

export const conceptKey = (roadmap_id: string, concept_id: string) => ["concept", roadmap_id, concept_id] as const;

/** A concept with its content, read again while some of it is being written. */
export function useConcept(roadmap_id: string, concept_id: string) {
  const { api } = useApi();
  const session = useSession();
  const query = useQuery({
    queryKey: conceptKey(roadmap_id, concept_id),
    queryFn: () => api.concept(roadmap_id, concept_id),
    enabled: session.isSuccess,
    refetchInterval: ({ state }) => (state.data && isBeingWritten(state.data) ? READ_AGAIN_MS : false),
  });
  const retry = () => void (session.isError ? session.refetch() : query.refetch());
  return { page: query.data, error: session.error ?? query.error, retry };
}

const isBeingWritten = ({ tutorial, resources, quiz }: ConceptPage): boolean =>
  [tutorial, resources, quiz].some(({ status }) => status === "pending" || status === "generating");
