"use client";

import type { FailedUnit } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { ArrowRight, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { roadmapPath } from "#web/features/roadmap/paths.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { type State, StateIcon } from "#web/ui/state-icon.tsx";
import { conceptsOf } from "./concept-progress.ts";
import { FailedParts } from "./failed-parts.tsx";

/** How the task ended, and the one thing to do next. */
export function Outcome({ taskId, snapshot }: { taskId: string; snapshot: Snapshot }) {
  switch (snapshot.status) {
    case "completed":
      return <Completed taskId={taskId} snapshot={snapshot} />;
    case "failed":
      return <Stopped taskId={taskId} reason={snapshot.error?.message ?? ""} />;
    case "cancelled":
      return <Stopped taskId={taskId} />;
    default:
      return null;
  }
}

function Completed({ taskId, snapshot }: { taskId: string; snapshot: Snapshot }) {
  const t = useTranslations("live");
  const { stages, failed_units, roadmap_id } = snapshot;
  const concepts = conceptsOf(stages).length;
  return (
    <OutcomePanel
      state={failed_units.length > 0 ? "failed" : "done"}
      actions={
        <>
          {failed_units.length > 0 && (
            <RetryButton taskId={taskId} label={t("actions.retry_parts", { count: failed_units.length })} />
          )}
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
      {failed_units.length > 0
        ? t("end.failed", { count: failed_units.length })
        : concepts > 0
          ? t("end.completed", { stages: stages.length, concepts })
          : t("end.finished")}
    </OutcomePanel>
  );
}

function Failures({ units, snapshot }: { units: readonly FailedUnit[]; snapshot: Snapshot }) {
  return units.length > 0 ? <FailedParts units={units} stages={snapshot.stages} roadmap_id={snapshot.roadmap_id} /> : null;
}

function Stopped({ taskId, reason }: { taskId: string; reason?: string }) {
  const t = useTranslations("live");
  const hasFailed = reason !== undefined;
  return (
    <OutcomePanel
      state={hasFailed ? "failed" : "cancelled"}
      actions={<RetryButton primary taskId={taskId} label={t(hasFailed ? "actions.retry" : "actions.again")} />}
    >
      {hasFailed ? t("end.task_failed", { reason }) : t("end.cancelled")}
    </OutcomePanel>
  );
}

interface OutcomePanelProps {
  state: State;
  actions: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}

const TONES: Partial<Record<State, string>> = { done: "text-done", failed: "text-bad" };

function OutcomePanel({ state, actions, more, children }: OutcomePanelProps) {
  return (
    <Panel className="rise mb-5 px-5 py-3.5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 gap-3">
          <StateIcon state={state} className={`mt-[3px] ${TONES[state] ?? "text-ink-3"}`} />
          <p className="min-w-0 break-words">{children}</p>
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      {more}
    </Panel>
  );
}

function RetryButton({ taskId, label, primary = false }: { taskId: string; label: string; primary?: boolean }) {
  const { retry } = useTaskActions(taskId);
  return (
    <div>
      <Button look={primary ? "primary" : "plain"} disabled={retry.isPending || retry.isSuccess} onClick={() => retry.mutate()}>
        <Icon of={RotateCcw} size={16} />
        {label}
      </Button>
      {retry.error && <ActionError error={retry.error} />}
    </div>
  );
}
