"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Roadmap, Task } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { useEffect, useMemo } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { drawnUnits } from "./drawn-units.ts";
import { type Purpose, purposeOf } from "./purpose.ts";

/** What the page draws of a task. */
export interface Drawn {
  /** What a later task is for; null for one that makes a whole roadmap. */
  readonly purpose: Purpose | null;
  /** The roadmap that a later task works on, once it is here. */
  readonly roadmap: Roadmap | undefined;
  /** The task as its log tells it, on the roadmap that it works on where the log tells of none. */
  readonly snapshot: Snapshot;
  /** Why the roadmap is not here, and another try at it. */
  readonly error: Error | null;
  retry(): void;
}

/** The task with its map: the outline of its own log, else the roadmap as it stands, read again when the task has ended. */
export function useDrawn(snapshot: Snapshot, task: Task | undefined): Drawn {
  const { api } = useApi();
  const queries = useQueryClient();
  const { steps, units, stages, status } = snapshot;
  const purpose = useMemo(() => purposeOf({ steps, units }, task), [steps, units, task]);
  const roadmap_id = purpose ? (task?.roadmap_id ?? null) : null;
  const {
    data: roadmap,
    error,
    refetch,
  } = useQuery({
    queryKey: ["roadmap", roadmap_id],
    queryFn: () => api.roadmap(roadmap_id ?? ""),
    enabled: roadmap_id !== null,
  });
  const isOver = isFinal(status);
  useEffect(() => {
    if (isOver && roadmap_id !== null) void queries.invalidateQueries({ queryKey: ["roadmap", roadmap_id] });
  }, [isOver, roadmap_id, queries]);
  const base = roadmap_id === null ? undefined : roadmap;
  const drawn = useMemo(() => base && drawnUnits({ roadmap: base, units, isOver }), [base, units, isOver]);
  return {
    purpose,
    roadmap: base,
    // an edit that was made meanwhile is told by the log, with the whole outline
    snapshot: base && drawn ? { ...snapshot, stages: stages.length > 0 ? stages : base.stages, units: drawn } : snapshot,
    error: roadmap ? null : error,
    retry: () => void refetch(),
  };
}
