"use client";

import type { Snapshot } from "@wayfinder/protocol/fold";
import { useTranslations } from "next-intl";
import { useDuration } from "#web/features/duration/use-duration.ts";
import { Panel } from "#web/ui/panel.tsx";
import { EditStatus } from "./edit-message.tsx";
import { Feedback } from "./feedback.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { type Review, useReview } from "./review-context.tsx";
import { splitQuestions } from "./review-draft.ts";
import { ReviewQuestions } from "./review-questions.tsx";
import { REVIEW_TITLE_ID, useFocusOnAsked } from "./use-review-focus.ts";
import { WhatChanged } from "./what-changed.tsx";

interface ReviewPanelProps {
  taskId: string;
  snapshot: Snapshot;
  lang: string;
}

/** Asks for a look at the structure while the task waits for one; each look begins anew. */
export function ReviewPanel(props: ReviewPanelProps) {
  const review = useReview();
  const { version } = props.snapshot;
  if (!review || version === undefined) return null;
  return <Asked key={review.round} {...props} review={review} version={version} />;
}

interface AskedProps extends ReviewPanelProps {
  review: Review;
  version: number;
}

function Asked({ taskId, snapshot, lang, review, version }: AskedProps) {
  const t = useTranslations("review");
  const duration = useDuration();
  useFocusOnAsked();
  const { stages, intent, revision } = snapshot;
  const { readsWords } = review;
  const concepts = stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  const hours = duration(concepts.reduce((sum, concept) => sum + concept.hours.likely, 0));
  const questions = splitQuestions(intent?.questions);
  const present = { version, concept_ids: concepts.map((concept) => concept.concept_id), questions: questions.open };
  return (
    <Panel aria-labelledby={REVIEW_TITLE_ID} className="mb-5 border-accent px-5 py-4">
      <h2 id={REVIEW_TITLE_ID} tabIndex={-1} className="scroll-mt-6 text-17 tracking-17 outline-none">
        {t(revision ? "title_again" : "title")}
      </h2>
      <p className="mt-1 max-w-[68ch] text-ink-2">
        {t("text", { stages: stages.length, concepts: concepts.length, hours })} {t(readsWords ? "how_words" : "how_hand")}
      </p>
      {revision && <WhatChanged revision={revision} lang={lang} />}
      {readsWords && (
        <div className="mt-4 grid max-w-[808px] gap-5">
          <ReviewQuestions {...questions} lang={lang} review={review} />
          <Feedback review={review} />
        </div>
      )}
      <ReviewActions taskId={taskId} review={review} present={present} />
      <EditStatus review={review} />
    </Panel>
  );
}
