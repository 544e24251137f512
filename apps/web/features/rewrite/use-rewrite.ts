"use client";

import { useMutation } from "@tanstack/react-query";
import type { TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import type { Unit } from "./unit.ts";

/** What is read again when a unit has been written. */
const STALE = ["concept", "versions", "roadmap", "tasks"];

/** Has a unit written anew and watches the task that does it. */
export function useRewrite({ roadmap_id, concept_id, kind }: Unit) {
  const { api } = useApi();
  const ask = useMutation({
    mutationFn: (instruction: string) =>
      api.ask<TaskCreated>(buildPath("regenerate", { roadmap_id, concept_id, kind }), {
        method: "POST",
        body: instruction === "" ? {} : { instruction },
      }),
  });
  const task_id = ask.data?.task_id ?? null;
  return { ask, task_id, task: useFollowUp(task_id, STALE) };
}
