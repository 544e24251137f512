"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";
import type { Change, EditRequest, Patch, Roadmap, TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";

/** The roadmap after an edit, and the task that writes what is new in it, if there is something. */
interface Edited {
  readonly roadmap: Roadmap;
  readonly task_id?: string;
}
type Decision = "change_apply" | "change_undo";

/** What a person does to a finished roadmap: ask for a change, decide on it, or edit by hand. */
export function useEditRoadmap({ roadmap_id, version }: Pick<Roadmap, "roadmap_id" | "version">) {
  const { api } = useApi();
  const queries = useQueryClient();
  const readAgain = (...names: string[]) =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[0])) });
  const shown = {
    onSuccess: ({ roadmap }: Edited) => {
      queries.setQueryData(["roadmap", roadmap_id], roadmap);
      void readAgain("changes", "concept", "tasks", "listing");
    },
    onError: (error: Error) => {
      // somebody changed it meanwhile: what is shown is old
      if (error instanceof ApiError && error.problem.status === 409) void readAgain("roadmap", "changes");
    },
  };
  const decide = useMutation({
    mutationFn: ({ decision, change_id }: { decision: Decision; change_id: string }) =>
      api.ask<Edited>(buildPath(decision, { roadmap_id, change_id }), { method: "POST" }),
    ...shown,
  });
  const edit = useMutation({
    mutationFn: (patch: Patch) =>
      api.ask<Edited>(buildPath("edits", { roadmap_id }), { method: "POST", body: { patch, version } satisfies EditRequest }),
    ...shown,
  });
  const reject = useMutation({
    mutationFn: (change_id: string) => api.ask<Change>(buildPath("change_reject", { roadmap_id, change_id }), { method: "POST" }),
    onSettled: () => readAgain("changes"),
  });
  const ask = useMutation({
    mutationFn: (request: string) =>
      api.ask<TaskCreated>(buildPath("changes", { roadmap_id }), { method: "POST", body: { request, version } }),
    onSuccess: () => void readAgain("tasks"),
    onError: shown.onError,
  });
  return { ask, decide, edit, reject };
}
