"use client";

import { useMutation } from "@tanstack/react-query";
import type { ConceptPage, ContentKind } from "@wayfinder/protocol";
import { ChannelProvider } from "@wayfinder/react";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { useApi } from "#web/features/api/api-provider.tsx";
import { useFollowUp } from "#web/features/follow-up/use-follow-up.ts";
import { useRunningTasks } from "#web/features/follow-up/use-running-tasks.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTasks } from "#web/features/tasks/use-tasks.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { UnitWork } from "./unit-work.tsx";
import type { Unit } from "./unit.ts";
import { useRewrite } from "./use-rewrite.ts";

interface FailedUnitProps {
  unit: Unit;
  source: ConceptPage["source"];
}

/** Why a unit could not be written, and another try at it alone; a catalogue's is tried again with its roadmap. */
export function FailedUnit(props: FailedUnitProps) {
  return (
    <ChannelProvider>
      <Failure {...props} />
    </ChannelProvider>
  );
}

function Failure({ unit, source }: FailedUnitProps) {
  const t = useTranslations("rewrite");
  const { tasks = [] } = useTasks();
  const ofRoadmap = tasks.filter(({ roadmap_id }) => roadmap_id === unit.roadmap_id);
  const name = `${unit.concept_id}/${unit.kind}`;
  const reason = ofRoadmap.flatMap((task) => task.failed_units).find((failed) => failed.unit === name)?.reason;
  const byModel = useRewrite(unit);
  const byCatalogue = useRetry(unit.roadmap_id, ofRoadmap[0]?.task_id);
  const { ask, task } = source === "model" ? byModel : byCatalogue;
  const place = useFocusHandedOn(unit.kind);
  const isBusy = ask.isPending || task.isAtWork;
  return (
    <div ref={place}>
      <div className="flex gap-3">
        <StateIcon state="failed" className="mt-[3px] text-bad" />
        <div role="status" className="min-w-0">
          <p>{t(`failed.${unit.kind}`)}</p>
          {reason && <p className="mt-1 break-words text-ink-2">{reason}</p>}
        </div>
      </div>
      <UnitWork task={task} />
      <Button busy={isBusy} onClick={() => ask.mutate("")} className="mt-3">
        <Icon of={RotateCcw} size={16} />
        {t("failed.retry")}
      </Button>
      {ask.error && <ActionError error={ask.error} />}
    </div>
  );
}

/** Another try of the roadmap's task, watched, also one that was begun elsewhere. */
function useRetry(roadmap_id: string, task_id: string | undefined) {
  const { api } = useApi();
  const ask = useMutation({ mutationFn: (_wish: string) => api.retry(task_id ?? "") });
  const [running] = useRunningTasks((task) => task.kind === "retry" && task.roadmap_id === roadmap_id);
  return { ask, task: useFollowUp(ask.data?.task_id ?? running?.task_id ?? null, ["concept", "roadmap", "tasks"]) };
}

/** What the content of a kind stands below: it stays when the content comes. */
const HEADING_IDS: Readonly<Record<ContentKind, string>> = { tutorial: "concept", resources: "resources", quiz: "quiz" };

/** The button goes when the content comes: who pressed it goes on from the content's heading. */
function useFocusHandedOn(kind: ContentKind) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById(HEADING_IDS[kind])?.focus({ preventScroll: true });
    };
  }, [kind]);
  return place;
}
