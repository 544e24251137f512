import type { QuizQuestion, QuizResult } from "@wayfinder/protocol";
import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { InlineProse } from "#web/features/prose/prose.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { type OptionMark, optionMark } from "./quiz-run.ts";

const OPTION =
  "grid min-h-12 grid-cols-[20px_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 rounded-card border px-3 py-2 sm:grid-cols-[20px_minmax(0,1fr)_auto] md:px-4";

interface QuizChoicesProps {
  question: QuizQuestion;
  labelledBy: string;
  chosen: readonly number[];
  lang: string;
  onChoose: (chosen: readonly number[]) => void;
}

/** The options before the attempt. */
export function QuizChoices({ question, labelledBy, chosen, lang, onChoose }: QuizChoicesProps) {
  const t = useTranslations("concept.quiz");
  const isMultiple = question.type === "multiple";
  const toggle = (option: number) => {
    if (!isMultiple) return onChoose([option]);
    onChoose(chosen.includes(option) ? chosen.filter((o) => o !== option) : [...chosen, option].toSorted((a, b) => a - b));
  };
  return (
    <div role={isMultiple ? "group" : "radiogroup"} aria-labelledby={labelledBy} className="grid gap-2">
      <p className="text-13 text-ink-3">{t(isMultiple ? "choose_many" : "choose_one")}</p>
      {question.options.map((option, nth) => (
        <label
          key={option}
          className={classNames(
            OPTION,
            "cursor-pointer border-edge text-ink-2 hover:bg-hover has-checked:border-ink has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          )}
        >
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={question.item_id}
            checked={chosen.includes(nth)}
            onChange={() => toggle(nth)}
            className="size-5 accent-ink outline-none"
          />
          <InlineProse markdown={option} lang={lang} />
        </label>
      ))}
    </div>
  );
}

const LOOKS: Readonly<Record<OptionMark, string>> = {
  right: "border-done-line bg-done-soft text-ink [&_.mark]:text-done",
  key: "border-done-line bg-done-soft text-ink [&_.mark]:text-done",
  missed: "border-done-line bg-done-soft text-ink [&_.mark]:text-done",
  wrong: "border-bad bg-bad-soft text-ink [&_.mark]:text-bad",
  none: "border-line text-ink-2 [&_.mark]:text-ink-3",
};
const WORDS = { right: "both", key: "right_answer", missed: "missed", wrong: "your_answer" } as const;

/** The options after the attempt, each with what it was. */
export function QuizMarks({ question, result, lang }: { question: QuizQuestion; result: QuizResult; lang: string }) {
  const t = useTranslations("concept.quiz");
  return (
    <ul className="grid gap-2">
      {question.options.map((option, nth) => {
        const mark = optionMark(nth, result, question.type);
        return (
          <li key={option} className={classNames(OPTION, LOOKS[mark])}>
            <span className="mark">
              {mark === "wrong" ? <Icon of={CircleX} /> : <StateIcon state={mark === "none" ? "ready" : "done"} />}
            </span>
            <InlineProse markdown={option} lang={lang} />
            {mark !== "none" && <span className="mark col-start-2 text-13 font-[550] sm:col-start-3">{t(WORDS[mark])}</span>}
          </li>
        );
      })}
    </ul>
  );
}
