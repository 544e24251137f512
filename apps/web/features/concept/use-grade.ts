"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ConceptPage } from "@wayfinder/protocol";
import { useCallback } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import type { Grade } from "./lesson.ts";
import { conceptKey } from "./use-concept.ts";

/** Grades answers of a roadmap's concept; the page that is kept learns the results. */
export function useGrade({ roadmap_id, concept }: Pick<ConceptPage, "roadmap_id" | "concept">): Grade {
  const { api } = useApi();
  const queries = useQueryClient();
  const { concept_id } = concept;
  return useCallback(
    async (item_id, chosen) => {
      const result = await api.answer({ roadmap_id, concept_id, item_id }, { chosen: [...chosen] });
      queries.setQueryData<ConceptPage>(
        conceptKey(roadmap_id, concept_id),
        (before) =>
          before && {
            ...before,
            quiz: { ...before.quiz, results: [...before.quiz.results.filter((r) => r.item_id !== result.item_id), result] },
          },
      );
      return result;
    },
    [api, queries, roadmap_id, concept_id],
  );
}
