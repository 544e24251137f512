"use client";

import { Plus, WifiOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { NothingYet } from "#web/features/states/nothing-yet.tsx";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import type { Task } from "@wayfinder/protocol";
import { isFinal } from "./is-final.ts";
import { TaskItem } from "./task-item.tsx";
import { listTasks, retriedIds, type TaskFilter } from "./task-list.ts";
import { useTasks } from "./use-tasks.ts";

/** Tasks that are watched over a channel of their own; a browser may open twenty, and other pages want some. */
const WATCHED = 5;

/** The caller's tasks: how each stands, and what can be done with it. */
export function TaskListScreen({ title }: { title: string }) {
  const t = useTranslations("tasks");
  const { tasks, error, retry } = useTasks();
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-28 leading-[34px] md:text-34 md:leading-10">{title}</h1>
        <LinkButton href="/app/new">
          <Icon of={Plus} size={16} />
          {t("new")}
        </LinkButton>
      </div>
      {error && tasks && (
        <StatusBar icon={<Icon of={WifiOff} size={16} />} className="mt-6 rounded-card">
          {t("stale")}
        </StatusBar>
      )}
      <div className="mt-6">
        {tasks ? <Tasks tasks={tasks} /> : error ? <LoadFailure error={error} onRetry={retry} /> : <ListSkeleton />}
      </div>
    </>
  );
}

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const t = useTranslations("tasks");
  const [filter, setFilter] = useState<TaskFilter>("all");
  const hasForeignFont = useLocale() === "en" && tasks.some(({ language }) => language === "zh");
  if (tasks.length === 0) return <EmptyList />;
  const shown = listTasks(tasks, filter);
  const retried = retriedIds(tasks);
  const watched = new Set(
    listTasks(tasks, "running")
      .slice(0, WATCHED)
      .map(({ task_id }) => task_id),
  );
  return (
    <>
      {hasForeignFont && <ChineseFont />}
      {tasks.some(({ status }) => !isFinal(status)) && (
        <Segmented
          label={t("filter.label")}
          value={filter}
          onChange={setFilter}
          options={(["all", "running", "ended"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      )}
      <ul aria-label={t("list")} className="mt-5 border-b border-line">
        {shown.map((task) => (
          <TaskItem key={task.task_id} task={task} isRetried={retried.has(task.task_id)} isWatched={watched.has(task.task_id)} />
        ))}
      </ul>
      {shown.length === 0 && <p className="py-6 text-ink-3">{t("none")}</p>}
    </>
  );
}

function EmptyList() {
  const t = useTranslations("tasks.empty");
  return <NothingYet title={t("title")} text={t("text")} action={t("action")} />;
}

function ListSkeleton() {
  const t = useTranslations("tasks");
  return (
    <Loading label={t("loading")}>
      {["w-3/5", "w-2/5", "w-1/2"].map((width) => (
        <div key={width} className="grid gap-3 border-t border-line py-5">
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="w-40" />
        </div>
      ))}
    </Loading>
  );
}
