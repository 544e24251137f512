"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ModelSettings, ModelSettingsRequest, ModelTest } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useApi } from "#web/features/api/api-provider.tsx";
import { MODEL_SETTINGS_KEY } from "./use-model-settings.ts";

const PATH = buildPath("model_settings", {});

/** Commands about the person's model: keep a choice, forget it, ask the model one small question. */
export function useSaveModel() {
  const { api } = useApi();
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: () => api.ask<ModelTest>(buildPath("model_test", {}), { method: "POST" }),
    // a test is paid for as any call: what was spent today has changed
    onSettled: () => void queries.invalidateQueries({ queryKey: MODEL_SETTINGS_KEY }),
  });
  const onSuccess = (settings: ModelSettings) => {
    test.reset();
    queries.setQueryData(MODEL_SETTINGS_KEY, settings);
  };
  const save = useMutation({
    mutationFn: (body: ModelSettingsRequest) => api.ask<ModelSettings>(PATH, { method: "PUT", body }),
    onSuccess,
  });
  const forget = useMutation({
    mutationFn: () => api.ask<ModelSettings>(PATH, { method: "DELETE" }),
    onSuccess: (settings) => {
      save.reset();
      onSuccess(settings);
    },
  });
  return { save, forget, test };
}
