"use client";

import { ApiError } from "@wayfinder/client";
import type { Roadmap, Task } from "@wayfinder/protocol";
import { useLocale, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ChangeButton } from "#web/features/change/change-button.tsx";
import { useChangePanel } from "#web/features/change/use-change-panel.ts";
import { useRunningTasks } from "#web/features/follow-up/use-running-tasks.ts";
import { RoadmapCosts } from "#web/features/costs/roadmap-costs.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { ChineseFont } from "#web/ui/chinese-font.tsx";
import { DocumentTitle } from "#web/ui/document-title.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { ContentBar } from "./content-bar.tsx";
import { RoadmapHeader, type RoadmapViewName } from "./roadmap-header.tsx";
import type { RoadmapIndex } from "./roadmap-index.ts";
import { RoadmapList } from "./roadmap-list.tsx";
import { RoadmapMap } from "./roadmap-map.tsx";
import { RoadmapMissing } from "./roadmap-missing.tsx";
import { RoadmapSkeleton } from "./roadmap-skeleton.tsx";
import { useRoadmap } from "./use-roadmap.ts";
import { WeekPlan } from "./week-plan.tsx";

// most readers change nothing: the channel and the forms are loaded when somebody wants to
const ChangePanel = dynamic(() => import("#web/features/change/change-panel.tsx").then((m) => m.ChangePanel));
const RoadmapWork = dynamic(() => import("./roadmap-work.tsx").then((m) => m.RoadmapWork));

/** A roadmap: its plan by weeks, and its map or its list. */
export function RoadmapScreen({ roadmapId }: { roadmapId: string }) {
  const { roadmap, index, error, retry } = useRoadmap(roadmapId);
  if (roadmap && index) return <RoadmapView roadmap={roadmap} index={index} />;
  if (!error) return <RoadmapSkeleton />;
  const refused = error instanceof ApiError && [403, 404, 410].includes(error.problem.status);
  return refused ? (
    <RoadmapMissing isForeign={error.problem.status === 403} />
  ) : (
    <div className="pt-7 md:pt-12">
      <LoadFailure level={1} error={error} onRetry={retry} />
    </div>
  );
}

function RoadmapView({ roadmap, index }: { roadmap: Roadmap; index: RoadmapIndex }) {
  const t = useTranslations("roadmap");
  const [view, setView] = useState<RoadmapViewName>("map");
  const change = useChangePanel();
  const isWide = useMedia("(width >= 768px)");
  const running = useRunningTasks((task) => isWorkOn(roadmap, task));
  // the panel of changes tells of them itself
  const work = running.filter(({ kind }) => kind !== "change" || change.view?.mode !== "words");
  const isForeignFont = useLocale() === "en" && roadmap.language === "zh";
  return (
    <>
      <DocumentTitle>{roadmap.title || t("title")}</DocumentTitle>
      {isForeignFont && <ChineseFont />}
      <RoadmapHeader roadmap={roadmap} index={index} view={view} onView={setView}>
        <ChangeButton
          isOpen={change.view !== null}
          onToggle={() => (change.view === null ? change.open({ mode: "words" }) : change.close())}
        />
      </RoadmapHeader>
      {change.view && (
        <ChangePanel roadmap={roadmap} index={index} view={change.view} onView={change.setView} onClose={change.close} />
      )}
      {work.length > 0 && <RoadmapWork roadmap={roadmap} tasks={work} onChanges={() => change.open({ mode: "words" })} />}
      <WeekPlan roadmap={roadmap} index={index} />
      <ContentBar roadmap={roadmap} />
      {isWide && view === "map" ? (
        <RoadmapMap roadmap={roadmap} index={index} onEdit={(concept_id) => change.open({ mode: "hand", concept_id })} />
      ) : (
        <RoadmapList roadmap={roadmap} index={index} />
      )}
      <RoadmapCosts roadmapId={roadmap.roadmap_id} />
    </>
  );
}

/** Whether a task changes the roadmap or writes some of it anew; what writes what is missing is told with the content. */
const isWorkOn = ({ roadmap_id }: Roadmap, task: Task): boolean =>
  task.roadmap_id === roadmap_id && (task.kind === "change" || task.kind === "regenerate");
