"use client";

import type { Roadmap, Task } from "@wayfinder/protocol";
import { ChannelProvider } from "@wayfinder/react";
import { useTranslations } from "next-intl";
import { FollowUpStatus } from "#web/features/follow-up/follow-up-status.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import { purposeOf } from "#web/features/live/purpose.ts";
import { usePurposeTitle } from "#web/features/live/use-purpose-title.ts";
import { Button } from "#web/ui/button.tsx";

interface RoadmapWorkProps {
  roadmap: Roadmap;
  tasks: readonly Task[];
  /** Takes the reader to the changes. */
  onChanges: () => void;
}

/** What is being done to the roadmap at this moment, each with its progress: changes in words and content written anew. */
export function RoadmapWork({ roadmap, tasks, onChanges }: RoadmapWorkProps) {
  return (
    <ChannelProvider>
      <div className="mt-5 grid gap-2">
        {tasks.map((task) => (
          <Work key={task.task_id} roadmap={roadmap} task={task} onChanges={onChanges} />
        ))}
      </div>
    </ChannelProvider>
  );
}

const NOTHING_TOLD = { steps: {}, units: {} };

function Work({ roadmap, task, onChanges }: { roadmap: Roadmap; task: Task; onChanges: () => void }) {
  const t = useTranslations("roadmap.work");
  const subject = usePurposeTitle({ purpose: purposeOf(NOTHING_TOLD, task), roadmap, task });
  const watched = useFollowUp(task.task_id, ["changes", "concept", "roadmap", "tasks"]);
  const isChange = task.kind === "change";
  return (
    <FollowUpStatus
      task={watched}
      subject={subject ?? ""}
      words={{ working: t("working"), done: t(isChange ? "proposed" : "done") }}
      action={isChange && <Button onClick={onChanges}>{t("look")}</Button>}
    />
  );
}
