import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { taskPath } from "#web/features/tasks/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { StateIcon, type State } from "#web/ui/state-icon.tsx";
import type { FollowUpView } from "./follow-up-view.ts";
import type { FollowUp } from "./use-follow-up.ts";

interface FollowUpStatusProps {
  task: FollowUp;
  /** What is being done, and what is said when it is done. */
  words: { readonly working: string; readonly done: string };
  /** What it is about, where that is not said beside it. */
  subject?: string;
  /** What can be done when it is done. */
  action?: ReactNode;
  className?: string;
}

const ICONS: Readonly<Record<FollowUpView["state"], State>> = {
  working: "busy",
  paused: "waiting",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
  lost: "failed",
};
const TONES: Readonly<Record<FollowUpView["state"], string>> = {
  working: "text-ink-2",
  paused: "text-warn",
  done: "text-done",
  failed: "text-bad",
  cancelled: "text-ink-3",
  lost: "text-bad",
};

/** How a watched task stands, in words, with the way to its own page; nothing while there is none. */
export function FollowUpStatus({ task, words, subject, action, className }: FollowUpStatusProps) {
  const t = useTranslations("follow_up");
  const { task_id, view } = task;
  if (task_id === null || view === null) return null;
  const { state } = view;
  return (
    <div className={classNames("flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-sunken py-1.5 pr-2 pl-4", className)}>
      <StateIcon state={ICONS[state]} className={TONES[state]} />
      <p role={state === "failed" || state === "lost" ? "alert" : "status"} className="min-w-0 flex-1 py-1.5 break-words">
        {subject && <b className="line-clamp-2 font-[550]">{subject}</b>}
        {statusText({ view, words, t })}{" "}
        {state !== "done" && (
          <Link href={taskPath(task_id)} className="underline">
            {t("task")}
          </Link>
        )}
      </p>
      {view.state === "working" && view.percent > 0 && (
        <span className="text-13 text-ink-3 tabular-nums">{t("percent", { percent: Math.round(view.percent) })}</span>
      )}
      {state === "done" && action}
      {task.isAtWork && (
        <Button look="ghost" disabled={task.isCancelling} onClick={task.cancel}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}

interface Wording {
  readonly view: FollowUpView;
  readonly words: FollowUpStatusProps["words"];
  readonly t: ReturnType<typeof useTranslations<"follow_up">>;
}

function statusText({ view, words, t }: Wording): string {
  switch (view.state) {
    case "working":
      return view.isReconnecting ? t("reconnecting", { working: words.working }) : words.working;
    case "paused":
      return t("paused", { reason: view.reason });
    case "done":
      return words.done;
    case "failed":
      return view.reason === null ? t("failed_unknown") : t("failed", { reason: view.reason });
    case "cancelled":
      return t("cancelled");
    case "lost":
      return t("lost");
  }
}
