"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FollowUpStatus } from "#web/features/follow-up/follow-up-status.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import { useRunningTasks } from "#web/features/follow-up/use-running-tasks.ts";
import { NeedsModel } from "#web/features/settings/needs-model.tsx";
import { useModelSettings } from "#web/features/settings/use-model-settings.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
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
  const changes = useChanges(roadmap);
  const edit = useEditRoadmap(roadmap);
  const [asked, setAsked] = useState<string | null>(null);
  // one that was asked for before this page was opened is watched on
  const [running] = useRunningTasks(({ kind, roadmap_id }) => kind === "change" && roadmap_id === roadmap.roadmap_id);
  const task = useFollowUp(asked ?? running?.task_id ?? null, ["changes", "tasks"]);
  // decided on, it is told by the list
  const isDecided = task.view?.state === "done" && changes.data?.every(({ status }) => status !== "proposed");
  if (!settings) return error ? <LoadFailure level={3} error={error} onRetry={retry} /> : <PanelSkeleton />;
  return (
    <div className="grid gap-6">
      {settings.source === "none" ? (
        <NeedsModel action={t("words.settings")}>{t("words.no_model")}</NeedsModel>
      ) : (
        <RequestForm
          ask={edit.ask}
          disabled={task.isAtWork}
          onAsk={(words) => edit.ask.mutateAsync(words).then((made) => setAsked(made.task_id))}
        />
      )}
      {!isDecided && <FollowUpStatus task={task} words={{ working: t("words.working"), done: t("words.done") }} />}
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
