"use client";
import { IDLE_CHANNEL_STATE, type ChannelState } from "@wayfinder/client";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useChannelRegistry } from "./channel-provider.ts";

export interface RoadmapGenerationOptions {
  /** `links.ws` of the task as the server gave it, or null while there is no task yet. */
  readonly url: string | null;
  readonly task_id: string;
}

export interface RoadmapGeneration extends ChannelState {
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
  const getState = (): ChannelState => (key === null ? IDLE_CHANNEL_STATE : registry.getState(key));
  const state = useSyncExternalStore(subscribe, getState, () => IDLE_CHANNEL_STATE);
  const retry = useCallback(() => (key === null ? undefined : registry.retry(key)), [registry, key]);
  return useMemo(() => ({ ...state, retry }), [state, retry]);
}
