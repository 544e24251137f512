"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import { useRunningTasks } from "#web/features/follow-up/use-running-tasks.ts";
import { rewrites, type Unit } from "./unit.ts";

/** What is read again when a unit has been written. */
const STALE = ["concept", "versions", "roadmap", "tasks"];

/** Has a unit written anew and watches the task that does it, also one that was asked for before this page was opened. */
export function useRewrite(unit: Unit) {
  const { roadmap_id, concept_id, kind } = unit;
  const { api } = useApi();
  const queries = useQueryClient();
  const [running] = useRunningTasks(rewrites(unit));
  const ask = useMutation({
    mutationFn: (instruction: string) =>
      api.ask<TaskCreated>(buildPath("regenerate", { roadmap_id, concept_id, kind }), {
        method: "POST",
        body: instruction === "" ? {} : { instruction },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["tasks"] }),
  });
  return { ask, task: useFollowUp(ask.data?.task_id ?? running?.task_id ?? null, STALE) };
}
