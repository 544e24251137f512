"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CorrectRequest, Task, TaskCreated } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useRouter } from "next/navigation";
import { useApi } from "#web/features/api/api-provider.tsx";
import { taskPath } from "./paths.ts";

/** Commands to a task. They go over HTTP; what comes of them is told by the task's own log. */
export function useTaskActions(task_id: string) {
  const { api } = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const readAgain = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => ["tasks", "task", "listing"].includes(String(queryKey[0])) });
  const cancel = useMutation({ mutationFn: () => api.cancel(task_id), onSettled: readAgain });
  const retry = useMutation({
    mutationFn: () => api.retry(task_id),
    onSuccess: (task) => router.push(taskPath(task.task_id)),
    onSettled: readAgain,
  });
  const remove = useMutation({ mutationFn: () => api.remove(task_id), onSettled: readAgain });
  const command = (route: "pause" | "resume") => api.ask<Task>(buildPath(route, { task_id }), { method: "POST" });
  const pause = useMutation({ mutationFn: () => command("pause"), onSettled: readAgain });
  const resume = useMutation({ mutationFn: () => command("resume"), onSettled: readAgain });
  const correct = useMutation({
    mutationFn: (correction: string) =>
      api.ask<TaskCreated>(buildPath("correct", { task_id }), { method: "POST", body: { correction } satisfies CorrectRequest }),
    onSuccess: (task) => router.push(taskPath(task.task_id)),
    onSettled: readAgain,
  });
  return { cancel, retry, remove, pause, resume, correct };
}
