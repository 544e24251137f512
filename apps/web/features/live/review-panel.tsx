"use client";

import { ApiError } from "@wayfinder/client";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { useTaskActions } from "#web/features/tasks/use-task-actions.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { conceptsOf } from "./concept-progress.ts";

/** Asks for a look at the structure while the task waits for one. */
export function ReviewPanel({ taskId, snapshot }: { taskId: string; snapshot: Snapshot }) {
  const t = useTranslations("live.review");
  const duration = useDuration();
  const { review } = useTaskActions(taskId);
  const { status, version, stages } = snapshot;
  if (status !== "waiting_for_review" || version === undefined) return null;
  const concepts = conceptsOf(stages);
  const hours = duration(concepts.reduce((sum, concept) => sum + concept.hours.likely, 0));
  return (
    <Panel aria-label={t("title")} className="mb-5 flex flex-wrap items-center gap-x-8 gap-y-4 border-accent px-5 py-4">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-17 tracking-17">{t("title")}</h2>
        <p className="mt-1 max-w-[68ch] text-ink-2">{t("text", { stages: stages.length, concepts: concepts.length, hours })}</p>
        {review.error && <ReviewError error={review.error} />}
      </div>
      <Button look="primary" disabled={review.isPending || review.isSuccess} onClick={() => review.mutate(version)}>
        <Icon of={Check} size={16} />
        {t(review.isPending || review.isSuccess ? "approving" : "approve")}
      </Button>
    </Panel>
  );
}

function ReviewError({ error }: { error: Error }) {
  const t = useTranslations("live.review");
  const code = error instanceof ApiError ? error.problem.code : undefined;
  if (code === "version_conflict" || code === "not_waiting_for_review") {
    return (
      <p role="alert" className="mt-2 text-13 text-warn">
        {t(code === "version_conflict" ? "changed" : "decided")}
      </p>
    );
  }
  return <ActionError error={error} />;
}
