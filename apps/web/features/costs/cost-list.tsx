"use client";

import { useTranslations } from "next-intl";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { CostTable } from "./cost-table.tsx";
import { hasAsked } from "./cost-total.ts";

/** The newest tasks that are listed; older ones are only counted. */
const LISTED = 6;

/** What the tasks of a roadmap cost, the newest first. Those that asked no model are left out. */
export function CostList({ roadmapId }: { roadmapId: string }) {
  const t = useTranslations("costs");
  const { tasks, error, retry } = useTasks();
  if (!tasks) return error ? <LoadFailure level={3} error={error} onRetry={retry} /> : <CostSkeleton />;
  const paid = tasks.filter((task) => task.roadmap_id === roadmapId && hasAsked(task));
  if (paid.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {paid.slice(0, LISTED).map((task) => (
        <CostTable key={task.task_id} task={task} />
      ))}
      {paid.length > LISTED && <p className="text-13 text-ink-3">{t("earlier", { count: paid.length - LISTED })}</p>}
    </div>
  );
}

function CostSkeleton() {
  const t = useTranslations("costs");
  return (
    <Loading label={t("loading")} className="grid gap-4">
      {["w-1/3", "w-2/3", "w-1/2"].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </Loading>
  );
}
