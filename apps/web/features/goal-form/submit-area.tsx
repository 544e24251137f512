import { ArrowRight, CircleAlert } from "lucide-react";
import { ApiUnreachable } from "@wayfinder/client";
import { useTranslations } from "next-intl";
import { useFailureWords } from "#web/features/problem/use-failure-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

interface SubmitAreaProps {
  busy: boolean;
  error: Error | null;
  wrongCount: number;
}

/** The button that starts it all, and what kept it from starting. */
export function SubmitArea({ busy, error, wrongCount }: SubmitAreaProps) {
  const t = useTranslations("form");
  return (
    <div className="mt-6">
      <Button look="primary" type="submit" busy={busy} className="min-h-12 w-full">
        {t("submit")}
        <Icon of={ArrowRight} size={16} />
      </Button>
      <p className="sr-only" role="status">
        {busy ? t("sending") : ""}
      </p>
      <Failure error={error} wrongCount={wrongCount} />
      <p className="mt-2 text-center text-13 text-ink-3">{t("kept")}</p>
    </div>
  );
}

function Failure({ error, wrongCount }: Pick<SubmitAreaProps, "error" | "wrongCount">) {
  const t = useTranslations("form.errors");
  const wordsOf = useFailureWords();
  const failure = error && (error instanceof ApiUnreachable ? t("unreachable") : wordsOf(error));
  const text = wrongCount > 0 ? t("summary", { count: wrongCount }) : failure;
  return (
    <div role="alert">
      {text && (
        <p className="mt-3 flex gap-2 rounded-card bg-bad-soft px-3 py-2.5 text-13 text-bad">
          <Icon of={CircleAlert} size={16} className="mt-0.5" />
          {text}
        </p>
      )}
    </div>
  );
}
