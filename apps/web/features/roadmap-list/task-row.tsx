import type { Task, TaskStatus } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { ResumeButton } from "#web/features/tasks/resume-button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";
import { Trail } from "#web/ui/trail.tsx";
import { ListLink } from "./list-link.tsx";

const STATES: Record<TaskStatus, { state: State; tone: string }> = {
  queued: { state: "waiting", tone: "text-ink-3" },
  running: { state: "busy", tone: "text-accent-ink" },
  waiting_for_review: { state: "review", tone: "text-warn" },
  completed: { state: "done", tone: "text-done" },
  failed: { state: "failed", tone: "text-bad" },
  cancelled: { state: "cancelled", tone: "text-ink-3" },
};

const PAUSED: (typeof STATES)[TaskStatus] = { state: "paused", tone: "text-warn" };

/** A task at work, or one that failed, in the list. */
export function TaskRow({ task }: { task: Task }) {
  const t = useTranslations("roadmaps");
  const { paused } = task;
  const { state, tone } = paused ? PAUSED : STATES[task.status];
  return (
    <ListLink
      href={`/app/tasks/${task.task_id}`}
      title={task.goal}
      language={task.language}
      meta={
        <span className={classNames("mt-0.5 flex items-center gap-2", tone)}>
          <StateIcon state={state} size={16} />
          {t(`status.${paused ? (paused.reason === "budget" ? "paused_budget" : "paused") : task.status}`)}
        </span>
      }
      action={paused && <ResumeButton task={task} />}
      aside={
        task.status === "failed" ? null : (
          <Trail percent={task.percent} label={t("progress", { percent: Math.round(task.percent) })} className="mx-[7px]" />
        )
      }
    />
  );
}
