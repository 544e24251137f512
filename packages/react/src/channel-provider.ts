"use client";
import { browserEnvironment, createChannelRegistry, type ChannelRegistry, type Environment } from "@wayfinder/client";
import { generationFold, type Snapshot } from "@wayfinder/protocol/fold";
import { createContext, createElement, useContext, useState, type ReactElement, type ReactNode } from "react";

const RegistryContext = createContext<ChannelRegistry<Snapshot> | null>(null);

export interface ChannelProviderProps {
  readonly children?: ReactNode;
  /** The world of the channels; a page's own if not given. Only the first one counts. */
  readonly environment?: Environment;
  /** Gets a one-time ticket of a task, for pages that have no cookie of its server. Only the first one counts. */
  readonly getTicket?: (task_id: string, signal: AbortSignal) => Promise<string>;
}

/** Holds the channels of a page: put it once, near the root. It connects nothing until something below watches a task. */
export function ChannelProvider({ children, environment, getTicket }: ChannelProviderProps): ReactElement {
  const [registry] = useState(() =>
    createChannelRegistry(environment ?? browserEnvironment(), {
      fold: generationFold,
      ...(getTicket === undefined ? {} : { getTicket }),
    }),
  );
  return createElement(RegistryContext.Provider, { value: registry }, children);
}

/** The registry of the nearest provider. */
export function useChannelRegistry(): ChannelRegistry<Snapshot> {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error("useRoadmapGenerationWs needs a <ChannelProvider> above it");
  return registry;
}
