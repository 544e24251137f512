"use client";

import { RotateCcw } from "lucide-react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

interface RetryButtonProps {
  taskId: string;
  label: string;
  primary?: boolean;
}

/** Tries the task again, on a page of its own. */
export function RetryButton({ taskId, label, primary = false }: RetryButtonProps) {
  const { retry } = useTaskActions(taskId);
  return (
    <div>
      <Button look={primary ? "primary" : "plain"} busy={retry.isPending || retry.isSuccess} onClick={() => retry.mutate()}>
        <Icon of={RotateCcw} size={16} />
        {label}
      </Button>
      {retry.error && <ActionError error={retry.error} />}
    </div>
  );
}
