import type { QuizResult } from "@wayfinder/protocol";
import { ApiUnreachable } from "@wayfinder/client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFailureWords } from "#web/features/problem/use-failure-words.ts";
import { InlineProse } from "#web/features/prose/prose.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Whether it was right, why, and what a wrong choice is often believed for. */
export function QuizVerdict({ result, lang }: { result: QuizResult; lang: string }) {
  const t = useTranslations("concept.quiz");
  return (
    <div className="mt-5 grid gap-1.5 leading-[26px]">
      <p>
        <b className="font-semibold">{t(result.correct ? "right" : "wrong")}</b>{" "}
        <InlineProse markdown={result.explanation} lang={lang} />
      </p>
      {result.misconception && (
        <p className="text-ink-2">
          {t("thought")} <InlineProse markdown={result.misconception} lang={lang} />
        </p>
      )}
    </div>
  );
}

/** Why nothing was graded. */
export function QuizProblem({ isEmpty, error }: { isEmpty: boolean; error: Error | null }) {
  const t = useTranslations("concept.quiz");
  const wordsOf = useFailureWords();
  if (!isEmpty && !error) return null;
  const reason = error && !(error instanceof ApiUnreachable) && wordsOf(error);
  return (
    <p role="alert" className="mt-3 flex gap-1.5 text-13 text-bad">
      <Icon of={CircleAlert} size={16} className="mt-0.5" />
      {isEmpty ? t("choose_first") : reason ? t("refused", { reason }) : t("unreachable")}
    </p>
  );
}
