"use client";

import type { FailedUnit } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { FailedParts } from "./failed-parts.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { RetryButton } from "./retry-button.tsx";
import { SettingsButton } from "./settings-button.tsx";

/** How a task that made a roadmap, or wrote what it lacked, has ended, and the one thing to do next. */
export function Outcome({ taskId, snapshot }: { taskId: string; snapshot: Snapshot }) {
  switch (snapshot.status) {
    case "completed":
      return <Completed taskId={taskId} snapshot={snapshot} />;
    case "failed":
      return <Stopped taskId={taskId} snapshot={snapshot} reason={snapshot.error?.message ?? ""} />;
    case "cancelled":
      return <Stopped taskId={taskId} snapshot={snapshot} />;
    default:
      return null;
  }
}

function Completed({ taskId, snapshot }: { taskId: string; snapshot: Snapshot }) {
  const t = useTranslations("live");
  const { stages, failed_units, roadmap_id } = snapshot;
  const concepts = conceptsOf(stages).length;
  const hasFailed = failed_units.length > 0;
  return (
    <OutcomePanel
      state={hasFailed ? "failed" : "done"}
      tone={hasFailed ? "text-warn" : undefined}
      actions={
        <>
          {hasFailed && <RetryButton taskId={taskId} label={t("actions.retry_parts", { count: failed_units.length })} />}
          <SettingsButton snapshot={snapshot} />
          {roadmap_id && (
            <LinkButton look="primary" href={roadmapPath(roadmap_id)}>
              {t("actions.open")}
              <Icon of={ArrowRight} size={16} />
            </LinkButton>
          )}
        </>
      }
      more={<Failures units={failed_units} snapshot={snapshot} />}
    >
      {hasFailed
        ? t(isAnyWritten(snapshot) ? "end.failed" : "end.failed_everywhere", { count: failed_units.length })
        : concepts > 0
          ? t("end.completed", { stages: stages.length, concepts })
          : t("end.finished")}
    </OutcomePanel>
  );
}

/** Whether there is a concept that lacks nothing. */
const isAnyWritten = ({ stages, failed_units }: Snapshot): boolean => {
  const lacking = new Set(failed_units.map(({ concept_id }) => concept_id));
  return conceptsOf(stages).some(({ concept_id }) => !lacking.has(concept_id));
};

function Failures({ units, snapshot }: { units: readonly FailedUnit[]; snapshot: Snapshot }) {
  return units.length > 0 ? <FailedParts units={units} stages={snapshot.stages} roadmap_id={snapshot.roadmap_id} /> : null;
}

function Stopped({ taskId, snapshot, reason }: { taskId: string; snapshot: Snapshot; reason?: string }) {
  const t = useTranslations("live");
  const hasFailed = reason !== undefined;
  return (
    <OutcomePanel
      state={hasFailed ? "failed" : "cancelled"}
      actions={
        <>
          <RetryButton primary taskId={taskId} label={t(hasFailed ? "actions.retry" : "actions.again")} />
          <SettingsButton snapshot={snapshot} />
        </>
      }
    >
      {hasFailed ? t("end.task_failed", { reason }) : t("end.cancelled")}
    </OutcomePanel>
  );
}
