"use client";

import { useQuery } from "@tanstack/react-query";
import type { CataloguePage, CatalogueView, QuizResult } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useLocale } from "next-intl";
import { useCallback, useMemo } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import type { Grade } from "#web/features/concept/lesson.ts";
import { indexCatalogue } from "./domain-index.ts";

/** The whole catalogue in the page's language, with its index. */
export function useCatalogue() {
  const { api } = useApi();
  const language = useLocale();
  const query = useQuery({
    queryKey: ["catalogue", language],
    queryFn: () => api.ask<CatalogueView>(buildPath("catalogue", {}), { query: { language } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const view = query.data;
  const index = useMemo(() => view && indexCatalogue(view), [view]);
  return { view, index, error: query.error, retry: () => void query.refetch() };
}

/** A concept of the catalogue in the page's language. */
export function useCataloguePage(concept_id: string) {
  const { api } = useApi();
  const language = useLocale();
  const query = useQuery({
    queryKey: ["catalogue", language, concept_id],
    queryFn: () => api.ask<CataloguePage>(buildPath("catalogue_concept", { concept_id }), { query: { language } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { page: query.data, error: query.error, retry: () => void query.refetch() };
}

/** Grades answers that nobody keeps. */
export function useCatalogueGrade(concept_id: string): Grade {
  const { api } = useApi();
  const language = useLocale();
  return useCallback(
    (item_id, chosen) =>
      api.ask<QuizResult>(buildPath("catalogue_answer", { concept_id, item_id }), {
        method: "POST",
        query: { language },
        body: { chosen },
      }),
    [api, language, concept_id],
  );
}
