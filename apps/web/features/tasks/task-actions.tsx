"use client";

import type { Task } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { ActionError } from "./action-error.tsx";
import { taskPath } from "./paths.ts";
import { RemoveButton } from "./remove-button.tsx";
import { ResumeButton } from "./resume-button.tsx";
import { actionsOf, type TaskAction } from "./task-list.ts";
import { useTaskActions } from "./use-task-actions.ts";

/** Which command an action sends. */
const COMMANDS = { cancel: "cancel", retry: "retry", again: "retry", remove: "remove" } as const;

/** The buttons of a task, each named with its goal for who hears them one after the other. */
export function TaskActions({ task, isRetried }: { task: Task; isRetried: boolean }) {
  const actions = useTaskActions(task.task_id);
  const { cancel, retry, remove } = actions;
  const error = cancel.error ?? retry.error ?? remove.error;
  return (
    <div className="md:text-right">
      <div className="flex flex-wrap gap-2 md:justify-end">
        {actionsOf(task, isRetried).map((action) => (
          <Action
            key={action}
            action={action}
            task={task}
            isBusy={cancel.isPending || retry.isPending || retry.isSuccess || remove.isPending}
            onPress={(command) => actions[COMMANDS[command]].mutate()}
          />
        ))}
      </div>
      {error && <ActionError error={error} />}
    </div>
  );
}

interface ActionProps {
  action: TaskAction;
  task: Task;
  isBusy: boolean;
  onPress: (command: keyof typeof COMMANDS) => void;
}

function Action({ action, task, isBusy, onPress }: ActionProps) {
  const t = useTranslations("tasks.actions");
  const name = t(action);
  const label = t("label", { action: name, goal: task.goal });
  switch (action) {
    case "watch":
    case "look":
      return (
        <LinkButton href={taskPath(task.task_id)} aria-label={label}>
          {name}
        </LinkButton>
      );
    case "open":
      return task.roadmap_id === null ? null : (
        <LinkButton href={roadmapPath(task.roadmap_id)} aria-label={label}>
          {name}
        </LinkButton>
      );
    case "cancel":
    case "retry":
    case "again":
      return (
        <Button
          look={action === "cancel" ? "ghost" : "plain"}
          disabled={isBusy}
          aria-label={label}
          onClick={() => onPress(action)}
        >
          {name}
        </Button>
      );
    case "resume":
      return <ResumeButton task={task} />;
    case "remove":
      return (
        <RemoveButton label={label} keepsRoadmap={task.roadmap_id !== null} isBusy={isBusy} onPress={() => onPress(action)} />
      );
  }
}
