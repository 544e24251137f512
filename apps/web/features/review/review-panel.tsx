"use client";

import { ApiError } from "@wayfinder/client";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { Check, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Review } from "./concept-editor.tsx";
import { useReview } from "./review-context.tsx";
import { commentCount, hasWords, REVIEW_LIMITS, wishOf } from "./review-draft.ts";
import { ReviewQuestions } from "./review-questions.tsx";
import { useDecision } from "./use-decision.ts";

interface ReviewPanelProps {
  taskId: string;
  snapshot: Snapshot;
  lang: string;
}

/** Asks for a look at the structure while the task waits for one. */
export function ReviewPanel(props: ReviewPanelProps) {
  const review = useReview();
  const { version } = props.snapshot;
  return review && version !== undefined ? <Asked {...props} review={review} version={version} /> : null;
}

interface AskedProps extends ReviewPanelProps {
  review: Review;
  version: number;
}

function Asked({ taskId, snapshot, lang, review, version }: AskedProps) {
  const t = useTranslations("review");
  const duration = useDuration();
  const { decide, error, sending } = useDecision(taskId, review.forget);
  const { stages, intent } = snapshot;
  const concepts = stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  const hours = duration(concepts.reduce((sum, concept) => sum + concept.hours.likely, 0));
  const questions = intent?.questions ?? [];
  const concept_ids = concepts.map((concept) => concept.concept_id);
  const { draft, readsWords, isBusy } = review;
  const comments = commentCount(draft);
  const isSending = sending !== undefined;
  return (
    <Panel aria-label={t("title")} className="mb-5 border-accent px-5 py-4">
      <h2 className="text-17 tracking-17">{t("title")}</h2>
      <p className="mt-1 max-w-[68ch] text-ink-2">
        {t("text", { stages: stages.length, concepts: concepts.length, hours })} {t(readsWords ? "how_words" : "how_hand")}
      </p>
      {readsWords && (
        <div className="mt-4 grid max-w-[808px] gap-5">
          <ReviewQuestions questions={questions} lang={lang} review={review} />
          <Feedback review={review} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="primary" disabled={isSending || isBusy} onClick={() => decide({ decision: "approve", version })}>
          <Icon of={Check} size={16} />
          {t(sending === "approve" ? "approving" : "approve")}
        </Button>
        {readsWords && (
          <Button
            disabled={isSending || isBusy || !hasWords(draft)}
            onClick={() => decide(wishOf(draft, { version, concept_ids, questions }))}
          >
            <Icon of={PencilLine} size={16} />
            {t(sending === "change" ? "asking" : "ask")}
          </Button>
        )}
        {readsWords && hasWords(draft) && (
          <p className="text-13 text-ink-3">{comments > 0 ? t("with_comments", { count: comments }) : t("only_asked")}</p>
        )}
      </div>
      {error && <DecisionError error={error} />}
    </Panel>
  );
}

function Feedback({ review: { draft, change } }: { review: Review }) {
  const t = useTranslations("review.feedback");
  const id = useId();
  return (
    <div>
      <FieldLabel htmlFor={id}>{t("label")}</FieldLabel>
      <TextArea
        id={id}
        value={draft.feedback}
        maxLength={REVIEW_LIMITS.feedback}
        placeholder={t("placeholder")}
        onChange={(event) => change({ feedback: event.target.value })}
      />
    </div>
  );
}

function DecisionError({ error }: { error: Error }) {
  const t = useTranslations("review");
  const code = error instanceof ApiError ? error.problem.code : undefined;
  if (code !== "version_conflict" && code !== "not_waiting_for_review") return <ActionError error={error} />;
  return (
    <p role="alert" className="mt-2 text-13 text-warn">
      {t(code === "version_conflict" ? "changed" : "decided")}
    </p>
  );
}
