"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ConceptPage, QuizQuestion } from "@wayfinder/protocol";
import { useState } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { advanceRun, gradeRun, openRun, restartRun } from "./quiz-run.ts";
import { conceptKey } from "./use-concept.ts";

/** A go through the quiz of a concept; answers are graded by the server. */
export function useQuiz(page: ConceptPage, items: readonly QuizQuestion[]) {
  const { api } = useApi();
  const queries = useQueryClient();
  const [run, setRun] = useState(() => openRun(items, page.quiz.results));
  const { roadmap_id } = page;
  const { concept_id } = page.concept;
  const answer = useMutation({
    mutationFn: ({ item_id, chosen }: { item_id: string; chosen: number[] }) =>
      api.answer({ roadmap_id, concept_id, item_id }, { chosen }),
    onSuccess: (result) => {
      setRun((before) => gradeRun(before, result));
      queries.setQueryData<ConceptPage>(
        conceptKey(roadmap_id, concept_id),
        (before) =>
          before && {
            ...before,
            quiz: { ...before.quiz, results: [...before.quiz.results.filter((r) => r.item_id !== result.item_id), result] },
          },
      );
    },
  });
  return {
    run,
    answer,
    advance: () => {
      answer.reset();
      setRun(advanceRun);
    },
    restart: () => {
      answer.reset();
      setRun(restartRun);
    },
  };
}
