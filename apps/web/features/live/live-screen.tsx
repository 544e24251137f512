"use client";

import { useTranslations } from "next-intl";
import { MapSkeleton } from "#web/features/spine/map-skeleton.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { ConnectionBars } from "./connection-bars.tsx";
import { connectionBar, hasBeenHeard } from "./connection-view.ts";
import { LiveView } from "./live-view.tsx";
import { StoppedNotice } from "./stopped-notice.tsx";
import { useLiveTask } from "./use-live-task.ts";

/** The live page of a task: what its channel tells, or why there is none. */
export function LiveScreen({ taskId }: { taskId: string }) {
  const { channel, task, isPending } = useLiveTask(taskId);
  const { connection, snapshot, retry } = channel;
  // a log that does not begin with a goal says little before the task itself says what it is for
  const isTold = snapshot.steps.intent_analysis !== undefined || (hasBeenHeard(connection) && !isPending);
  if (isTold || task) return <LiveView taskId={taskId} channel={channel} task={task} />;
  const bar = connectionBar(connection);
  if (bar?.kind === "stopped") return <StoppedNotice connection={connection} reason={bar.reason} />;
  return (
    <>
      {bar && (
        <div className="wrap pt-6">
          <ConnectionBars connection={connection} onRetry={retry} />
        </div>
      )}
      <LiveSkeleton />
    </>
  );
}

function LiveSkeleton() {
  const t = useTranslations("live");
  return (
    <Loading label={t("loading")} className="wrap pt-6 pb-8">
      <h1 className="sr-only">{t("title")}</h1>
      <Skeleton className="h-6 w-64" />
      <Skeleton className="mt-4 w-2/5" />
      <div className="mt-10 grid gap-8 lg:grid-cols-[minmax(0,1fr)_352px]">
        <MapSkeleton />
        <div className="grid content-start gap-6 rounded-panel border border-line p-5">
          <Skeleton className="h-8 w-24" />
          {["w-3/4", "w-2/3", "w-3/5", "w-2/3"].map((width, nth) => (
            <Skeleton key={nth} className={width} />
          ))}
        </div>
      </div>
    </Loading>
  );
}
