import { useTranslations } from "next-intl";
import { FollowUpStatus } from "#web/features/follow-up/follow-up-status.tsx";
import type { FollowUp } from "#web/features/follow-up/use-follow-up.ts";

/** How the task that writes a unit stands; nothing while there is none. */
export function UnitWork({ task }: { task: FollowUp }) {
  const t = useTranslations("rewrite");
  return <FollowUpStatus task={task} words={{ working: t("working"), done: t("done") }} className="mt-3" />;
}
