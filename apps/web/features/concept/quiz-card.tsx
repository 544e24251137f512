"use client";

import type { QuizQuestion } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { HTML_LANG } from "#web/i18n/language.ts";
import { Panel } from "#web/ui/panel.tsx";
import { Trail } from "#web/ui/trail.tsx";
import type { Grade, Lesson } from "./lesson.ts";
import { QuizQuestionForm } from "./quiz-question-form.tsx";
import { QuizResultView } from "./quiz-result-view.tsx";
import { useQuiz } from "./use-quiz.ts";

interface QuizCardProps {
  lesson: Lesson;
  items: readonly QuizQuestion[];
  grade: Grade;
}

/** The quiz of a concept, one question at a time. */
export function QuizCard({ lesson, items, grade }: QuizCardProps) {
  const t = useTranslations("concept.quiz");
  const { run, answer, advance, restart } = useQuiz({ items, quiz: lesson.quiz, grade });
  const lang = HTML_LANG[lesson.language];
  const question = run.items[run.at];
  const top = useFocusOnChange(run.at, lesson.quiz.version);
  return (
    <Panel
      aria-labelledby="quiz-title"
      className="px-4 pt-5 pb-6 max-md:-mx-4 max-md:rounded-none max-md:border-x-0 md:px-7 md:pt-6 md:pb-7"
    >
      <header className="flex items-center gap-4">
        <h2 id="quiz-title" className="text-17 tracking-[-0.015em]">
          {t("title")}
        </h2>
        {question && (
          <span className="text-13 text-ink-3 tabular-nums">{t("of", { number: run.at + 1, total: run.items.length })}</span>
        )}
        <Trail percent={(run.at / run.items.length) * 100} ground="surface" className="mr-[7px] ml-auto max-w-40 flex-1" />
      </header>
      <div ref={top} tabIndex={-1} className="outline-none">
        {question ? (
          <QuizQuestionForm
            key={`${lesson.quiz.version} ${question.item_id}`}
            question={question}
            result={run.results.get(question.item_id)}
            isLast={run.at === run.items.length - 1}
            lang={lang}
            busy={answer.isPending}
            error={answer.error}
            onAnswer={(chosen) => answer.mutate({ item_id: question.item_id, chosen, of: run.items })}
            onNext={advance}
          />
        ) : (
          <QuizResultView run={run} lang={lang} onRestart={restart} />
        )}
      </div>
    </Panel>
  );
}

/** Moves the focus to the next question when there is one, so that a reader begins at its top; and to that of another quiz, if what had it is gone. */
function useFocusOnChange(at: number, version: number | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef({ at, version });
  useEffect(() => {
    const isLost = before.current.version !== version && document.activeElement === document.body;
    if (before.current.at !== at || isLost) element.current?.focus({ preventScroll: true });
    before.current = { at, version };
  }, [at, version]);
  return element;
}
