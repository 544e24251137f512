"use client";

import type { Intent } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Choice } from "#web/ui/choice.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Review } from "./review-context.tsx";
import { REVIEW_LIMITS } from "./review-draft.ts";

type Question = NonNullable<Intent["questions"]>[number];

interface ReviewQuestionsProps {
  /** Those that wait for an answer, and those that have one. */
  open: readonly Question[];
  answered: readonly Question[];
  lang: string;
  review: Review;
}

/** What we would like to know, each answered by a choice or in words, or not at all; and what has been answered. */
export function ReviewQuestions({ open, answered, lang, review }: ReviewQuestionsProps) {
  const t = useTranslations("review.questions");
  return (
    <>
      {answered.length > 0 && (
        <section>
          <h3 className="text-15 font-semibold tracking-15">{t("answered")}</h3>
          <dl className="mt-2 grid gap-2">
            {answered.map(({ question_id, question, answer }) => (
              <div key={question_id}>
                <dt lang={lang} className="text-13 break-words text-ink-2">
                  {question}
                </dt>
                <dd className="break-words">{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {open.length > 0 && (
        <section>
          <h3 className="text-15 font-semibold tracking-15">{t("title")}</h3>
          <div className="mt-3 grid gap-5">
            {open.map((question) => (
              <QuestionField key={question.question_id} question={question} lang={lang} review={review} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function QuestionField({ question, lang, review }: Pick<ReviewQuestionsProps, "lang" | "review"> & { question: Question }) {
  const t = useTranslations("review.questions");
  const id = useId();
  const { question_id, options = [] } = question;
  const { draft, change } = review;
  const answer = draft.answers[question_id] ?? "";
  const say = (text: string) => change({ answers: { ...draft.answers, [question_id]: text } });
  const isChosen = options.includes(answer);
  return (
    <fieldset className="min-w-0">
      <legend lang={lang} className="mb-2 break-words">
        {question.question}
      </legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <Choice
            key={option}
            type="radio"
            name={`${id}-option`}
            value={option}
            checked={answer === option}
            onChange={() => say(option)}
          >
            <span lang={lang}>{option}</span>
          </Choice>
        ))}
        <TextInput
          aria-label={t(options.length > 0 ? "other" : "answer")}
          placeholder={t(options.length > 0 ? "other" : "answer")}
          className="min-w-0 flex-1 basis-56"
          maxLength={REVIEW_LIMITS.answer}
          value={isChosen ? "" : answer}
          onChange={(event) => say(event.target.value)}
        />
      </div>
    </fieldset>
  );
}
