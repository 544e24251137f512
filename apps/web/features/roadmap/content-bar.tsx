"use client";

import type { Roadmap } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import { RetryButton } from "#web/features/live/retry-button.tsx";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { StatusBar } from "#web/ui/status-bar.tsx";
import { contentWork } from "./content-work.ts";
import { contentCount } from "./use-roadmap.ts";

/** Says so while content is being written; when some of it is not, and nobody is at it, has it written. Silent when all is there. */
export function ContentBar({ roadmap }: { roadmap: Roadmap }) {
  const t = useTranslations("roadmap.content");
  const { tasks } = useTasks();
  const { ready, failed, total } = contentCount(roadmap);
  if (ready === total) return null;
  const work = tasks ? contentWork(tasks, roadmap.roadmap_id) : null;
  const isLeft = ready + failed < total;
  // before the tasks are known, what is not there yet is taken to come
  const isWaiting = isLeft && (!tasks || work?.isAtWork === true);
  return (
    <StatusBar
      className="mt-5 rounded-card"
      icon={<StateIcon state={isWaiting ? "busy" : "failed"} size={16} className={isWaiting ? undefined : "text-bad"} />}
      action={
        <div className="flex flex-wrap gap-2 text-13 max-md:w-full max-md:pb-1.5">
          {work?.isAtWork === false && <RetryButton taskId={work.task_id} label={t("write")} />}
          <LinkButton look={work?.isAtWork === false ? "ghost" : "plain"} href="/app/tasks">
            {t("tasks")}
          </LinkButton>
        </div>
      }
    >
      {isWaiting ? t("waiting", { ready, total }) : t(isLeft ? "left" : "failed", { count: total - ready })}
    </StatusBar>
  );
}
