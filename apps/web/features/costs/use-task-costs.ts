"use client";

import { useQuery } from "@tanstack/react-query";
import { isFinal } from "#web/features/tasks/is-final.ts";
import type { Task } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { costRows, type StepCost } from "./cost-rows.ts";

/** What a task cost, step by step; what has ended costs nothing more. */
export function useTaskCosts({ task_id, status, usage }: Task) {
  const { api } = useApi();
  return useQuery({
    queryKey: ["costs", task_id, usage.input_tokens + usage.output_tokens],
    queryFn: async () => {
      const { steps } = await api.ask<{ steps: StepCost[] }>(buildPath("costs", { task_id }));
      return costRows(steps);
    },
    staleTime: isFinal(status) ? Number.POSITIVE_INFINITY : 0,
  });
}
