"use client";
import type { ChannelState } from "@wayfinder/client";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useChannelRegistry } from "./channel-provider.ts";

export interface RoadmapGenerationOptions {
  /** `links.ws` of the task as the server gave it, or null while there is no task yet. */
  readonly url: string | null;
  readonly task_id: string;
}

export interface RoadmapGeneration extends ChannelState<Snapshot> {
  /** A person asks for a try now. */
  retry(): void;
}

const nothing = (): void => {};

/** Watches the generation of a roadmap. All views of the same task share one connection, which ends when the last one is gone. */
export function useRoadmapGenerationWs({ url, task_id }: RoadmapGenerationOptions): RoadmapGeneration {
  const registry = useChannelRegistry();
  const key = useMemo(() => (url === null ? null : { url, task_id }), [url, task_id]);
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? nothing : registry.subscribe(key, listener)),
    [registry, key],
  );
  const getState = (): ChannelState<Snapshot> => (key === null ? registry.idle : registry.getState(key));
  const state = useSyncExternalStore(subscribe, getState, () => registry.idle);
  const retry = useCallback(() => (key === null ? undefined : registry.retry(key)), [registry, key]);
  return useMemo(() => ({ ...state, retry }), [state, retry]);
}
