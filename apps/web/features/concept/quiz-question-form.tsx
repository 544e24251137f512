"use client";

import type { QuizQuestion, QuizResult } from "@wayfinder/protocol";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { Prose } from "#web/features/prose/prose.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { QuizChoices, QuizMarks } from "./quiz-options.tsx";
import { QuizProblem, QuizVerdict } from "./quiz-verdict.tsx";

interface QuizQuestionFormProps {
  question: QuizQuestion;
  result: QuizResult | undefined;
  isLast: boolean;
  lang: string;
  busy: boolean;
  error: Error | null;
  onAnswer: (chosen: number[]) => void;
  onNext: () => void;
}

/** One question: choose, have it checked, read why, go on. One button does both presses, so the focus stays on it; an option that had it goes, and leaves it to the button. */
export function QuizQuestionForm({ question, result, isLast, lang, busy, error, onAnswer, onNext }: QuizQuestionFormProps) {
  const t = useTranslations("concept.quiz");
  const id = useId();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (result && document.activeElement === document.body) button.current?.focus();
  }, [result]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (result) return onNext();
    setEmpty(chosen.length === 0);
    if (chosen.length > 0 && !busy) onAnswer([...chosen]);
  };
  const choose = (next: readonly number[]) => {
    setEmpty(false);
    setChosen(next);
  };
  return (
    <form onSubmit={submit} noValidate>
      <div id={id} className="question mt-5 mb-4">
        <Prose markdown={question.question} lang={lang} />
      </div>
      {result ? (
        <QuizMarks question={question} result={result} lang={lang} />
      ) : (
        <QuizChoices question={question} labelledBy={id} chosen={chosen} lang={lang} onChoose={choose} />
      )}
      <div role="status">{result && <QuizVerdict result={result} lang={lang} />}</div>
      <QuizProblem isEmpty={isEmpty} error={error} />
      <Button ref={button} type="submit" look="primary" busy={busy} className="mt-5">
        {result ? t(isLast ? "finish" : "next") : t(busy ? "checking" : "check")}
        {result && <Icon of={ArrowRight} size={16} />}
      </Button>
    </form>
  );
}
