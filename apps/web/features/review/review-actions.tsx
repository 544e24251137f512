"use client";

import { ApiError } from "@wayfinder/client";
import type { ReviewDecision } from "@wayfinder/protocol";
import { Check, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "#web/features/tasks/action-error.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { AskFirst } from "./ask-first.tsx";
import type { Review } from "./review-context.tsx";
import { approvalOf, type Present, wishOf, type WrittenSoFar, writtenSoFar } from "./review-draft.ts";
import { useDecision } from "./use-decision.ts";

interface ReviewActionsProps {
  taskId: string;
  review: Review;
  present: Present;
}

/** The ways on: approve, or ask for changes. Words that only a change can meet are not lost without a question. */
export function ReviewActions({ taskId, review, present }: ReviewActionsProps) {
  const t = useTranslations("review");
  const { decide, error, sending } = useDecision(taskId, ({ decision }) => decision === "approve" && review.forget());
  const [asking, setAsking] = useState<"not_yet" | "now" | "went_back">("not_yet");
  const { draft, readsWords } = review;
  const so_far: WrittenSoFar = readsWords ? writtenSoFar(draft, present) : { wishes: false, answers: false, comments: 0 };
  const isBusy = sending !== undefined || review.isBusy;
  const send = (decision: ReviewDecision) => {
    review.decided(decision.decision);
    decide(decision);
  };
  const approve = () => send(approvalOf(draft, present));
  const ask = readsWords && (
    <Button
      look={so_far.wishes ? "primary" : "plain"}
      busy={isBusy || !(so_far.wishes || so_far.answers)}
      onClick={() => send(wishOf(draft, present))}
    >
      <Icon of={PencilLine} size={16} />
      {t(sending === "change" ? "asking" : "ask")}
    </Button>
  );
  return (
    <div className="mt-4">
      {asking === "now" && so_far.wishes ? (
        <AskFirst words={t("unsent.words")} no={t("unsent.back")} onNo={() => setAsking("went_back")}>
          {ask}
          <Button busy={isBusy} onClick={approve}>
            {t(sending === "approve" ? "approving" : "unsent.approve")}
          </Button>
        </AskFirst>
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button
            look={so_far.wishes ? "plain" : "primary"}
            busy={isBusy}
            autoFocus={asking === "went_back"}
            onClick={so_far.wishes ? () => setAsking("now") : approve}
          >
            <Icon of={Check} size={16} />
            {t(sending === "approve" ? "approving" : "approve")}
          </Button>
          {ask}
          <Hint {...so_far} />
        </div>
      )}
      {error && <DecisionError error={error} />}
    </div>
  );
}

/** What becomes of what was written. */
function Hint({ wishes, answers, comments }: WrittenSoFar) {
  const t = useTranslations("review");
  if (!wishes && !answers) return null;
  return (
    <p className="text-13 text-ink-3">
      {wishes ? (comments > 0 ? t("with_comments", { count: comments }) : t("only_asked")) : t("answers_go")}
    </p>
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
