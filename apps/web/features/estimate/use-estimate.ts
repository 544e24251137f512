"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";
import type { GenerateRequest } from "@wayfinder/protocol";
import { useApi } from "#web/features/api/api-provider.tsx";
import { type EstimateView, isWorthAsking, viewOf } from "./estimate-view.ts";
import { useDebounced } from "./use-debounced.ts";

/** How long the form must stand still before the server is asked, in milliseconds: a pause in typing. */
const PAUSE_MS = 300;

interface EstimateQuestion {
  readonly request: GenerateRequest;
  /** Whether every field but the goal's length is right. */
  readonly plannable: boolean;
}

interface LiveEstimate {
  readonly view: EstimateView;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

/** The live estimate of the form; a newer question ends an older one. */
export function useEstimate({ request, plannable }: EstimateQuestion): LiveEstimate {
  const { api } = useApi();
  const now = JSON.stringify(request);
  const asked = useDebounced(now, PAUSE_MS);
  const question = JSON.parse(asked) as GenerateRequest;
  const query = useQuery({
    queryKey: ["estimate", asked],
    queryFn: ({ signal }) => api.estimate(question, signal),
    enabled: plannable && isWorthAsking(question.goal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const view = viewOf(
    {
      goal: request.goal,
      estimate: query.data,
      stale: query.isPlaceholderData || asked !== now,
      problem: query.error instanceof ApiError ? query.error.problem : undefined,
      unreachable: query.isError,
    },
    plannable,
  );
  return { view, retry: () => void query.refetch() };
}
