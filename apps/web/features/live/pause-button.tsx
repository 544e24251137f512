"use client";

import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Starts nothing new: what runs finishes. It can be taken back, so it asks nothing. */
export function PauseButton({ taskId }: { taskId: string }) {
  const t = useTranslations("live.actions");
  const { pause } = useTaskActions(taskId);
  return (
    <div>
      <Button look="ghost" data-takes-focus busy={pause.isPending || pause.isSuccess} onClick={() => pause.mutate()}>
        <Icon of={Pause} size={16} />
        {t(pause.isPending || pause.isSuccess ? "pausing" : "pause")}
      </Button>
      {pause.error && <ActionError error={pause.error} />}
    </div>
  );
}
