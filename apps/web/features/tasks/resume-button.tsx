"use client";

import type { Task } from "@wayfinder/protocol";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ActionError } from "./action-error.tsx";
import { useTaskActions } from "./use-task-actions.ts";

/** Lets a paused task go on, from a list. */
export function ResumeButton({ task: { task_id, goal } }: { task: Pick<Task, "task_id" | "goal"> }) {
  const t = useTranslations("tasks.actions");
  const { resume } = useTaskActions(task_id);
  return (
    <>
      <Button busy={resume.isPending} aria-label={t("label", { action: t("resume"), goal })} onClick={() => resume.mutate()}>
        <Icon of={Play} size={16} />
        {t("resume")}
      </Button>
      {resume.error && <ActionError error={resume.error} />}
    </>
  );
}
