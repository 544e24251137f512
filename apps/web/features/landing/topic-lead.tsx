"use client";

import { useQuery } from "@tanstack/react-query";
import type { ModelAccess } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useTranslations } from "next-intl";
import { useApi } from "#web/features/api/api-provider.tsx";

/** What the catalogue is for; as soon as it is known whether there is a model, what becomes of any other goal. */
export function TopicLead() {
  const t = useTranslations("landing.topics");
  const { api } = useApi();
  const { data } = useQuery({
    queryKey: ["model-access"],
    queryFn: () => api.ask<ModelAccess>(buildPath("model_access", {})),
  });
  return (
    <p className="mt-2 mb-6 max-w-[68ch] text-pretty text-ink-2">
      {t("lead")} {data && t(data.configured ? "model" : "no_model")}
    </p>
  );
}
