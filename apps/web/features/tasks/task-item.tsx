"use client";

import type { Task, TaskStatus } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useMoment } from "#web/features/day/use-moment.ts";
import { HTML_LANG } from "#web/i18n/language.ts";
import { type Tone, Tag } from "#web/ui/tag.tsx";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";
import { Trail } from "#web/ui/trail.tsx";
import { isFinal } from "./is-final.ts";
import { taskPath } from "./paths.ts";
import { TaskAbout } from "./task-about.tsx";
import { TaskActions } from "./task-actions.tsx";
import { useLiveStatus } from "./use-live-status.ts";

const LOOKS: Readonly<Record<TaskStatus, { state: State; tone: Tone }>> = {
  queued: { state: "waiting", tone: "neutral" },
  running: { state: "busy", tone: "accent" },
  waiting_for_review: { state: "next", tone: "warn" },
  completed: { state: "done", tone: "done" },
  failed: { state: "failed", tone: "bad" },
  cancelled: { state: "cancelled", tone: "neutral" },
};

interface TaskItemProps {
  task: Task;
  isRetried: boolean;
  /** Whether its own channel tells how it stands. */
  isWatched: boolean;
}

/** A task in the list. */
export function TaskItem({ task, isRetried, isWatched }: TaskItemProps) {
  const t = useTranslations();
  const moment = useMoment();
  const live = useLiveStatus(task, isWatched && !isFinal(task.status));
  const percent = Math.round(live.percent);
  return (
    <li className="grid items-center gap-x-8 gap-y-3 border-t border-line py-4 md:grid-cols-[minmax(0,1fr)_200px_auto]">
      <div className="min-w-0">
        <Link href={taskPath(task.task_id)} className="flex min-h-11 items-center no-underline hover:underline md:min-h-0">
          <b lang={HTML_LANG[task.language]} className="line-clamp-2 text-17 font-[550] tracking-17 break-words">
            {task.goal}
          </b>
        </Link>
        <TaskAbout task={task} />
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-3">
          <StatusTag status={live.status} failed={task.failed_units.length} paused={live.paused} />
          <span>{t(`costs.kind.${task.kind ?? "generate"}`)}</span>
          <span>{t("tasks.made", { date: moment(task.created_at) })}</span>
        </p>
        {task.error && <p className="mt-1 text-13 break-words text-ink-2">{task.error.message}</p>}
      </div>
      {isFinal(live.status) ? (
        <span className="max-md:hidden" />
      ) : (
        <div className="flex items-center gap-4">
          <Trail percent={percent} label={t("tasks.percent", { percent })} className="ml-[7px] flex-1" />
          <span className="w-10 text-right text-13 text-ink-3 tabular-nums">{t("tasks.percent", { percent })}</span>
        </div>
      )}
      <TaskActions task={{ ...task, status: live.status, paused: live.paused }} isRetried={isRetried} />
    </li>
  );
}

interface StatusTagProps {
  status: TaskStatus;
  failed: number;
  paused: Task["paused"];
}

function StatusTag({ status, failed, paused }: StatusTagProps) {
  const t = useTranslations("tasks.status");
  if (paused)
    return (
      <Tag tone="warn">
        <StateIcon state="paused" size={16} />
        {t(paused.reason === "budget" ? "paused_budget" : "paused")}
      </Tag>
    );
  const isPartly = status === "completed" && failed > 0;
  const { state, tone } = isPartly ? LOOKS.failed : LOOKS[status];
  return (
    <Tag tone={tone}>
      <StateIcon state={state} size={16} />
      {isPartly ? t("completed_partly", { count: failed }) : t(status)}
    </Tag>
  );
}
