"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FollowUpStatus } from "#web/features/follow-up/follow-up-status.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import { NeedsModel } from "#web/features/settings/needs-model.tsx";
import { useModelSettings } from "#web/features/settings/use-model-settings.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { isFinal } from "#web/features/tasks/is-final.ts";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { ChangeList } from "./change-list.tsx";
import { RequestForm } from "./request-form.tsx";
import { useChanges } from "./use-changes.ts";
import { useEditRoadmap } from "./use-edit-roadmap.ts";

/** A request in words, the task that works on it, and the changes that came of it. */
export function ChangeWords({ roadmap }: { roadmap: Roadmap }) {
  const t = useTranslations("change");
  const { settings, error, retry } = useModelSettings();
  const { tasks } = useTasks();
  const changes = useChanges(roadmap);
  const edit = useEditRoadmap(roadmap);
  const [asked, setAsked] = useState<string | null>(null);
  // one that was asked for before this page was opened is watched on
  const running = tasks?.find(
    ({ kind, roadmap_id, status }) => kind === "change" && roadmap_id === roadmap.roadmap_id && !isFinal(status),
  );
  const task_id = asked ?? running?.task_id ?? null;
  const task = useFollowUp(task_id, ["changes", "tasks"]);
  // decided on, it is told by the list
  const isDecided = task.view?.state === "done" && changes.data?.every(({ status }) => status !== "proposed");
  const isWorking = task.view?.state === "working" || task.view?.state === "paused";
  if (!settings) return error ? <LoadFailure level={3} error={error} onRetry={retry} /> : <PanelSkeleton />;
  return (
    <div className="grid gap-6">
      {settings.source === "none" ? (
        <NeedsModel action={t("words.settings")}>{t("words.no_model")}</NeedsModel>
      ) : (
        <RequestForm
          ask={edit.ask}
          disabled={isWorking}
          onAsk={(words) => edit.ask.mutateAsync(words).then((made) => setAsked(made.task_id))}
        />
      )}
      {task.view && task_id !== null && !isDecided && (
        <FollowUpStatus
          taskId={task_id}
          view={task.view}
          words={{ working: t("words.working"), done: t("words.done") }}
          isCancelling={task.isCancelling}
          onCancel={task.cancel}
        />
      )}
      <ChangeList roadmap={roadmap} changes={changes} edit={edit} />
    </div>
  );
}

function PanelSkeleton() {
  const t = useTranslations("change.list");
  return (
    <Loading label={t("loading")} className="grid gap-5">
      <Skeleton className="w-48" />
      <Skeleton className="h-19 w-full rounded-card" />
    </Loading>
  );
}
