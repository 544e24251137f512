"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@wayfinder/client";
import type { ConceptPage } from "@wayfinder/protocol";
import { useCallback } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import type { Grade } from "./lesson.ts";
import { conceptKey } from "./use-concept.ts";

/** Grades answers of a roadmap's concept; the page that is kept learns the results, and is read again where the quiz is another by now. */
export function useGrade({
  roadmap_id,
  concept,
  quiz: { version },
}: Pick<ConceptPage, "roadmap_id" | "concept" | "quiz">): Grade {
  const { api } = useApi();
  const queries = useQueryClient();
  const { concept_id } = concept;
  return useCallback(
    async (item_id, chosen) => {
      const queryKey = conceptKey(roadmap_id, concept_id);
      const place = { roadmap_id, concept_id, item_id };
      const result = await api
        .answer(place, { chosen: [...chosen], ...(version ? { version } : {}) })
        .catch(async (error: unknown) => {
          if (isOutdated(error)) await queries.invalidateQueries({ queryKey });
          throw error;
        });
      queries.setQueryData<ConceptPage>(queryKey, (before) => {
        if (!before || before.quiz.version !== version) return before;
        const others = before.quiz.results.filter((other) => other.item_id !== result.item_id);
        return { ...before, quiz: { ...before.quiz, results: [...others, result] } };
      });
      return result;
    },
    [api, queries, roadmap_id, concept_id, version],
  );
}

const isOutdated = (error: unknown): boolean => error instanceof ApiError && error.problem.code === "quiz_outdated";
