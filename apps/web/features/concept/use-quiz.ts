"use client";

import { useMutation } from "@tanstack/react-query";
import type { QuizQuestion, QuizResult } from "@wayfinder/protocol";
import { useState } from "react";
import type { Grade } from "./lesson.ts";
import { advanceRun, gradeRun, openRun, restartRun } from "./quiz-run.ts";

interface QuizInput {
  items: readonly QuizQuestion[];
  /** Of earlier visits. */
  results: readonly QuizResult[];
  grade: Grade;
}

/** A go through the quiz of a concept; answers are graded by the server. */
export function useQuiz({ items, results, grade }: QuizInput) {
  const [run, setRun] = useState(() => openRun(items, results));
  const answer = useMutation({
    mutationFn: ({ item_id, chosen }: { item_id: string; chosen: number[] }) => grade(item_id, chosen),
    onSuccess: (result) => setRun((before) => gradeRun(before, result)),
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
