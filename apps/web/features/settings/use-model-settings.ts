"use client";

import { useQuery } from "@tanstack/react-query";
import type { ModelSettings } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useSession } from "#web/features/api/use-session.ts";

export const MODEL_SETTINGS_KEY = ["model-settings"] as const;

/** Which model is used for this person, what it may spend and has spent. */
export function useModelSettings() {
  const { api } = useApi();
  const session = useSession();
  const query = useQuery({
    queryKey: MODEL_SETTINGS_KEY,
    queryFn: () => api.ask<ModelSettings>(buildPath("model_settings", {})),
    enabled: session.isSuccess,
  });
  const retry = () => void (session.isError ? session.refetch() : query.refetch());
  return { settings: query.data, error: session.error ?? query.error, retry };
}
