"use client";

import type { Task } from "@wayfinder/protocol";
import { useState } from "react";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { seenRunning } from "./seen-running.ts";

/** The caller's tasks at work that match, the newest first, whoever asked for them and when. Once seen they stay, so that their end is told, too. */
export function useRunningTasks(matches: (task: Task) => boolean): readonly Task[] {
  const { tasks } = useTasks();
  const [seen, setSeen] = useState<readonly Task[]>([]);
  const now = seenRunning(seen, tasks?.filter(matches) ?? []);
  if (now !== seen) setSeen(now);
  return now;
}
