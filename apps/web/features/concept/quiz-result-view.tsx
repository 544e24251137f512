import { CircleX, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { InlineProse } from "#web/features/prose/prose.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { type QuizRun, rightCount } from "./quiz-run.ts";

interface QuizResultViewProps {
  run: QuizRun;
  lang: string;
  onRestart: () => void;
}

/** How the quiz went, question by question, and another go. */
export function QuizResultView({ run, lang, onRestart }: QuizResultViewProps) {
  const t = useTranslations("concept.quiz");
  const right = rightCount(run);
  const total = run.items.length;
  return (
    <>
      <p className="mt-5 text-20 font-medium tracking-20">{t("result", { right, total })}</p>
      <p className="mt-1 text-ink-2">{t(right === total ? "all_right" : "some_wrong")}</p>
      <ul aria-label={t("answers")} className="mt-4 border-t border-line">
        {run.items.map((item) => {
          const isRight = run.results.get(item.item_id)?.correct === true;
          return (
            <li key={item.item_id} className="grid grid-cols-[20px_minmax(0,1fr)] gap-3 border-b border-line py-3">
              {isRight ? (
                <StateIcon state="done" className="mt-[3px] text-done" />
              ) : (
                <Icon of={CircleX} className="mt-[3px] text-bad" />
              )}
              <span>
                <span className="sr-only">{t(isRight ? "right" : "wrong")} </span>
                <InlineProse markdown={item.question} lang={lang} />
              </span>
            </li>
          );
        })}
      </ul>
      <Button className="mt-5" onClick={onRestart}>
        <Icon of={RotateCcw} size={16} />
        {t("again")}
      </Button>
    </>
  );
}
