import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "#web/ui/icon.tsx";
import { refusalOf } from "./use-task-actions.ts";

/** Why a command to a task did not work. */
export function ActionError({ error }: { error: Error }) {
  const t = useTranslations("tasks.actions");
  const detail = refusalOf(error);
  return (
    <p role="alert" className="mt-2 flex gap-1.5 text-13 text-bad">
      <Icon of={CircleAlert} size={16} className="mt-0.5" />
      {detail === null ? t("unreachable") : t("failed", { detail })}
    </p>
  );
}
