"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PreviewList, PreviewPage, QuizResult } from "@wayfinder/protocol";
import { buildPath } from "@wayfinder/protocol/route";
import { useLocale } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import type { Grade } from "#web/features/concept/lesson.ts";

/** All concept files with the number of their faults. */
export function usePreviewList() {
  const { api } = useApi();
  const language = useLocale();
  const query = useQuery({
    queryKey: ["preview", language],
    queryFn: () => api.ask<PreviewList>(buildPath("preview", {}), { query: { language } }),
  });
  return { list: query.data, error: query.error, retry: () => void query.refetch() };
}

/** A concept's file as it is now. */
export function usePreviewPage(concept_id: string) {
  const { api } = useApi();
  const language = useLocale();
  const query = useQuery({
    queryKey: ["preview", language, concept_id],
    queryFn: () => api.ask<PreviewPage>(buildPath("preview_concept", { concept_id }), { query: { language } }),
    placeholderData: keepPreviousData,
  });
  return { preview: query.data, error: query.error, retry: () => void query.refetch() };
}

/** Grades answers by the file as it is now. */
export function usePreviewGrade(concept_id: string): Grade {
  const { api } = useApi();
  const language = useLocale();
  return useCallback(
    (item_id, chosen) =>
      api.ask<QuizResult>(buildPath("preview_answer", { concept_id, item_id }), {
        method: "POST",
        query: { language },
        body: { chosen },
      }),
    [api, language, concept_id],
  );
}

/** Whether changes of files reach the page. */
export type Watch = "connecting" | "watching" | "lost";

/** Reads the shown files again after each change in the folder, and after the server has come back. */
export function useChanges(): Watch {
  const { origin } = useApi();
  const queries = useQueryClient();
  const [watch, setWatch] = useState<Watch>("connecting");
  useEffect(() => {
    const source = new EventSource(origin + buildPath("preview_changes", {}), { withCredentials: true });
    const readAgain = () => void queries.invalidateQueries({ queryKey: ["preview"] });
    source.addEventListener("watching", () => {
      setWatch("watching");
      readAgain();
    });
    source.addEventListener("change", readAgain);
    source.addEventListener("error", () => setWatch("lost"));
    return () => source.close();
  }, [origin, queries]);
  return watch;
}
