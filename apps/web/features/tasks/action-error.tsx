import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFailureWords } from "#web/features/problem/use-failure-words.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Why a command did not work, and what to do. */
export function ActionError({ error }: { error: Error }) {
  const t = useTranslations("tasks.actions");
  const wordsOf = useFailureWords();
  return (
    <p role="alert" className="mt-2 flex gap-1.5 text-13 text-bad">
      <Icon of={CircleAlert} size={16} className="mt-0.5" />
      <span className="min-w-0 break-words">{t("failed", { reason: wordsOf(error) })}</span>
    </p>
  );
}
