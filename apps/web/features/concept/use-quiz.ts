"use client";

import { useMutation } from "@tanstack/react-query";
import type { ConceptPage, QuizQuestion } from "@wayfinder/protocol";
import { useState } from "react";
import type { Grade } from "./lesson.ts";
import { advanceRun, gradeRun, openRun, restartRun } from "./quiz-run.ts";

interface QuizInput {
  items: readonly QuizQuestion[];
  quiz: Pick<ConceptPage["quiz"], "results" | "version">;
  grade: Grade;
}

/** A go through the quiz of a concept; answers are graded by the server. A quiz that is written anew meanwhile begins from its start. */
export function useQuiz({ items, quiz: { results, version }, grade }: QuizInput) {
  const [run, setRun] = useState(() => openRun(items, results));
  const [opened, setOpened] = useState(version);
  if (opened !== version) {
    setOpened(version);
    setRun(openRun(items, results));
  }
  const answer = useMutation({
    mutationFn: ({ item_id, chosen }: { item_id: string; chosen: number[]; of: readonly QuizQuestion[] }) =>
      grade(item_id, chosen),
    onSuccess: (result, { of }) => setRun((before) => (before.items === of ? gradeRun(before, result) : before)),
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
