"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReviewDecision } from "@wayfinder/protocol";
import { useRef } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";

/** The decision on a structure: two presses are one, and what was decided stays until the task goes on. */
export function useDecision(task_id: string, onDecided: (decision: ReviewDecision) => void) {
  const { api } = useApi();
  const queries = useQueryClient();
  const sent = useRef(false);
  const mutation = useMutation({
    mutationFn: (decision: ReviewDecision) => api.review(task_id, decision),
    onSuccess: (_task, decision) => onDecided(decision),
    onError: () => {
      sent.current = false;
    },
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ["tasks", "listing"].includes(String(queryKey[0])) }),
  });
  const decide = (decision: ReviewDecision) => {
    if (sent.current) return;
    sent.current = true;
    mutation.mutate(decision);
  };
  const isBusy = mutation.isPending || mutation.isSuccess;
  return { decide, error: mutation.error, sending: isBusy ? mutation.variables?.decision : undefined };
}
